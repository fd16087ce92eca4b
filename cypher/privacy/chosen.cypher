// What the areas and goals are called that somebody chose in what they sent.
// $ids: list of string — the areas and goals
MATCH (chosen:Record)
WHERE chosen.id IN $ids
RETURN [label IN labels(chosen) WHERE label <> 'Record'][0] AS kind, chosen.id AS id, chosen.name AS name
ORDER BY id
