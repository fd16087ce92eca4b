// Take the words out of one note whose time is over; that there was contact, and when, stays.
// $id: string — the note
// $before: date — happened before this day
// $name: string — what stands in the place of the subject
// $at: datetime — now
MATCH (note:Interaction {id: $id})
WHERE note.happened_on < $before
SET note.name = $name, note.description = null, note.next_step = null, note.updated_at = $at,
    note.version = note.version + 1
RETURN note.id AS id
