// Take everything that says who a person is off the record and off those merged into it; they and their links stay, nameless.
// $id: string — the person
// $kept: list of string — properties that stay
// $name: string — what stands in the place of the name
// $at: datetime — now
MATCH (person:Person)
WHERE person.id = $id OR person.merged_into = $id
FOREACH (key IN [key IN keys(person) WHERE NOT key IN $kept] | REMOVE person[key])
SET person.name = $name, person.updated_at = $at
RETURN person.id AS id
ORDER BY id
