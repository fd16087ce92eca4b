// Take the words out of notes about a person; that there was contact, and when, stays.
// $ids: list of string — the person, and who was merged into it
// $name: string — what stands in the place of the subject
// $at: datetime — now
MATCH (person:Person)<-[:ABOUT]-(note:Interaction)
WHERE person.id IN $ids
WITH DISTINCT note
SET note.name = $name, note.description = null, note.next_step = null, note.updated_at = $at,
    note.version = note.version + 1
RETURN note.id AS id
ORDER BY id
