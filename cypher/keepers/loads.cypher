// How many records of each kind somebody keeps, and of how many the review is overdue.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
MATCH (person:Person)-[keeps:KEEPS]->(record:Record)
WHERE keeps.until IS NULL AND person.visibility IN $visible AND record.visibility IN $visible
  AND (record.until IS NULL OR record.until > $on)
WITH person, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record
WITH person, kind, count(record) AS records, count(CASE WHEN
       coalesce(record.review_on, date(record.created_at) + duration({days: coalesce($periods[kind], $period)})) < $on THEN 1 END) AS overdue
RETURN {kind: 'Person', id: person.id, name: person.name} AS person,
       person.until IS NOT NULL AND person.until <= $on AS has_left,
       COUNT { MATCH (person)-[care:CONTACT_FOR]->(each:Initiative)
         WHERE care.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) } AS contacts,
       kind AS kind, records AS records, overdue AS overdue
ORDER BY toLower(person.name), person.id, kind
