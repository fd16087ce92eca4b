// Hold a kept question so that nobody else changes it before this transaction ends.
// $id: string — the question
MATCH (saved:SavedQuestion {id: $id})
SET saved.version = saved.version + 0
