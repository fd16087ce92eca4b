// Contacts of long ago, whose words are no longer needed.
// $before: date — happened before this day
// $limit: integer — at most this many
MATCH (note:Interaction)
WHERE note.visibility <> 'removed' AND note.happened_on < $before AND note.description IS NOT NULL
RETURN note.id AS id, 'Interaction' AS kind, note.name AS name,
       datetime({date: note.happened_on, timezone: 'UTC'}) AS last_at
ORDER BY last_at, id
LIMIT $limit
