// Contacts of long ago, whose words are no longer needed.
// $before: date — happened before this day
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (note:Interaction)
WHERE note.visibility <> 'removed' AND note.happened_on < $before AND note.description IS NOT NULL
RETURN note.id AS id, 'Interaction' AS kind, note.name AS name,
       datetime({date: note.happened_on, timezone: 'UTC'}) AS last_at
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
