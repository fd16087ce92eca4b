// Records with their keeper and the day of their review, found from who keeps them.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds that can have a keeper
// $on: date — today
// $before: date or null — only what is to be looked at before this day
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $limit: integer — at most this many
MATCH (:Person)-[kept:KEEPS]->(record:Record)
WHERE kept.until IS NULL AND record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
  AND record.merged_into IS NULL AND any(label IN labels(record) WHERE label IN $kinds)
WITH DISTINCT record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WITH record, kind,
     coalesce(record.review_on, date(record.created_at) + duration({days: coalesce($periods[kind], $period)})) AS review_on
WHERE $before IS NULL OR review_on < $before
WITH record, kind, review_on
ORDER BY review_on, record.id
LIMIT $limit
RETURN {kind: kind, id: record.id, name: record.name} AS mention,
       review_on AS review_on,
       COLLECT { MATCH (record)<-[keeps:KEEPS]-(person:Person)
         WHERE keeps.until IS NULL AND person.visibility IN $visible
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY keeps.since, person.id LIMIT 1 } AS keepers
ORDER BY review_on, mention.id
