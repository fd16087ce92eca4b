// How many imports there are, by what was brought in and what became of it.
// $alive_since: datetime — one that runs and gave no sign of life since then has stopped
MATCH (batch:ImportBatch)
WITH batch.profile AS profile,
     CASE WHEN batch.state = 'running' AND batch.touched_at < $alive_since THEN 'stopped' ELSE batch.state END AS state
RETURN profile AS profile, state AS state, count(*) AS batches
ORDER BY profile, state
