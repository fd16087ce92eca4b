// Say what became of an import; a run that comes to its end while it is taken back, or after that, says nothing.
// $id: string — the import
// $state: string — finished, stopped, undoing or undone
// $at: datetime — now
// $seconds: float — how long this run took
MATCH (batch:ImportBatch {id: $id})
WHERE NOT ($state IN ['finished', 'stopped'] AND batch.state IN ['undoing', 'undone'])
SET batch.state = $state, batch.touched_at = $at, batch.seconds = coalesce(batch.seconds, 0.0) + $seconds
SET batch.finished_at = CASE WHEN $state = 'finished' THEN $at ELSE batch.finished_at END
