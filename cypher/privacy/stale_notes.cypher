// Contacts of long ago, whose words are no longer needed; also those that were removed. They are not named by their words.
// $erased: string — the subject of what was erased
// $before: date — happened before this day
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (note:Interaction)
WHERE note.happened_on < $before
  AND (note.name <> $erased OR note.description IS NOT NULL OR note.next_step IS NOT NULL)
RETURN note.id AS id, 'Interaction' AS kind, '' AS name, datetime({date: note.happened_on, timezone: 'UTC'}) AS last_at,
       note.visibility = 'removed' AS is_removed, {kind: note.interaction_kind, day: note.happened_on} AS spoken
ORDER BY CASE WHEN $order = 'name' THEN spoken.kind END, last_at, id
SKIP $skip LIMIT $limit
