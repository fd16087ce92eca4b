// Records that nobody keeps, with the day of their review.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds that can have a keeper
// $on: date — today
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL }
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WITH record, kind,
     coalesce(record.review_on, date(record.created_at) + duration({days: coalesce($periods[kind], $period)})) AS review_on
ORDER BY review_on, record.id
LIMIT $limit
RETURN {kind: kind, id: record.id, name: record.name} AS mention,
       review_on AS review_on, [] AS keepers
ORDER BY review_on, mention.id
