// Take the words out of notes about a person; that there was contact, and when, stays.
// $id: string — the person
// $name: string — what stands in the place of the subject
// $at: datetime — now
MATCH (:Person {id: $id})<-[:ABOUT]-(note:Interaction)
SET note.name = $name, note.description = null, note.next_step = null, note.updated_at = $at,
    note.version = note.version + 1
RETURN note.id AS id
ORDER BY id
