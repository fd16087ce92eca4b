// What is left of the terms that an import added to commitments which were there before: somebody corrected them since.
// $batch: string — the import
// $limit: integer — at most this many
MATCH (commitment:Commitment)-[:DUE]->(:Term {batch: $batch})
WHERE coalesce(commitment.batch, '') <> $batch
RETURN DISTINCT commitment.id AS id, 'Commitment' AS kind, commitment.name AS name, 'term' AS field,
       null AS other_id, null AS other_name
ORDER BY name, id
LIMIT $limit
