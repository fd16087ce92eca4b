// Who keeps one record, and when it is looked at again.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
MATCH (record:Record {id: $id})
WHERE record.visibility IN $visible
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
RETURN {kind: kind, id: record.id, name: CASE WHEN record:Interaction THEN '' ELSE record.name END} AS mention,
       CASE WHEN record:Interaction THEN {kind: record.interaction_kind, day: record.happened_on} END AS spoken,
       coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on,
       COLLECT { MATCH (record)<-[keeps:KEEPS]-(person:Person)
         WHERE keeps.until IS NULL AND person.visibility IN $visible
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY keeps.since, person.id LIMIT 1 } AS keepers
