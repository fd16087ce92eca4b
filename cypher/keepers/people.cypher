// People of the municipality who can take over: officials, aldermen, council members; one of them, or all.
// $id: string or null — only this person, also one who left
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (person:Person)
WHERE ($id IS NULL OR person.id = $id) AND person.visibility IN $visible AND person.merged_into IS NULL
  AND person.person_kind IN ['official', 'alderman', 'council_member']
  AND ($id IS NOT NULL OR person.until IS NULL OR person.until > $on)
WITH person
ORDER BY toLower(person.name), person.id
LIMIT $limit
RETURN {kind: 'Person', id: person.id, name: person.name} AS mention, person.function AS function,
       person.person_kind AS person_kind, person.until IS NOT NULL AND person.until <= $on AS has_left,
       COUNT { MATCH (person)-[task:KEEPS|CONTACT_FOR]->(:Record) WHERE coalesce(task.until > $on AND task.since < task.until, true) } AS load
ORDER BY toLower(mention.name), mention.id
