// Take everything that says who a person is off the record; the record and its links stay, nameless.
// $id: string — the person
// $kept: list of string — properties that stay
// $name: string — what stands in the place of the name
// $at: datetime — now
MATCH (person:Person {id: $id})
FOREACH (key IN [key IN keys(person) WHERE NOT key IN $kept] | REMOVE person[key])
SET person.name = $name, person.updated_at = $at
