// Who was merged into a person, as they are kept.
// $id: string — the person
MATCH (merged:Record {merged_into: $id})
WHERE merged:Person
RETURN merged.id AS id, properties(merged) AS properties
ORDER BY id
