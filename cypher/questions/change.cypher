// Change a kept question.
// $id: string — the question
// $properties: map — name, is_shared, ask and the parameters
// $at: datetime — now
MATCH (saved:SavedQuestion {id: $id})
SET saved += $properties, saved.version = saved.version + 1, saved.updated_at = $at
