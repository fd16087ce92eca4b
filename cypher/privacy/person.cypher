// A person as kept, also one who was removed; not who was erased, nor who was merged into another.
// $id: string — the person
// $erased: string — the name of who was erased
MATCH (person:Person {id: $id})
WHERE person.merged_into IS NULL AND (person.visibility <> 'removed' OR person.name <> $erased)
RETURN person.version AS version, properties(person) AS properties
