// Records with their keeper (who keeps it longest) and the day of their review, found from who keeps them.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds asked for
// $keeper: string or null — only what this person keeps
// $on: date — today
// $from: date or null — only what is to be looked at on this day or later
// $before: date or null — only what is to be looked at before this day
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
// $by_name: boolean — in order of name instead of day; contacts, whose names are their words, come last
// $skip: integer — leave out this many from the front
// $limit: integer — at most this many
MATCH (:Person)-[kept:KEEPS]->(record:Record)
WHERE kept.until IS NULL AND record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
  AND record.merged_into IS NULL AND any(label IN labels(record) WHERE label IN $kinds)
WITH DISTINCT record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WITH record, kind,
     coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on
WHERE ($from IS NULL OR review_on >= $from) AND ($before IS NULL OR review_on < $before)
CALL (record) {
  OPTIONAL MATCH (record)<-[keeps:KEEPS]-(person:Person)
  WHERE keeps.until IS NULL AND person.visibility IN $visible
  RETURN person ORDER BY keeps.since, person.id LIMIT 1
}
WITH record, kind, review_on, person
WHERE $keeper IS NULL OR person.id = $keeper
WITH record, kind, review_on, person, CASE WHEN $by_name AND NOT record:Interaction THEN toLower(record.name) END AS name
ORDER BY name, review_on, record.id SKIP $skip LIMIT $limit
RETURN {kind: kind, id: record.id, name: CASE WHEN record:Interaction THEN '' ELSE record.name END} AS mention,
       CASE WHEN record:Interaction THEN {kind: record.interaction_kind, day: record.happened_on} END AS spoken,
       review_on AS review_on,
       CASE WHEN person IS NULL THEN [] ELSE [{kind: 'Person', id: person.id, name: person.name}] END AS keepers
ORDER BY name, review_on, mention.id
