// Take the words out of one note; that there was contact, and when, stays.
// $id: string — the note
// $name: string — what stands in the place of the subject
// $at: datetime — now
MATCH (note:Interaction {id: $id})
SET note.name = $name, note.description = null, note.next_step = null, note.updated_at = $at,
    note.version = note.version + 1
