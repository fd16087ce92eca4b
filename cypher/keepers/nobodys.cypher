// Records that nobody keeps, with the day of their review.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds that can have a keeper
// $on: date — today
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL }
WITH record
ORDER BY record.review_on, record.id
LIMIT $limit
RETURN {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id, name: record.name} AS mention,
       record.review_on AS review_on, [] AS keepers
ORDER BY review_on, mention.id
