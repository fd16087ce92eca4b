// End pauses that last, on the days that a sheet names.
// $filled: list of map — id of the pause, and on: the first day that counts again
// $batch: string — the import
UNWIND $filled AS each
MATCH (pause:Pause {id: each.id})
SET pause.until = each.on, pause.ended_by_batch = $batch, pause.ended_by_decision = false
