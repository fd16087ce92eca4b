// One page of the imports.
// $profile: string or null — what was brought in
// $state: string or null — running, stopped, finished, undoing or undone
// $oldest: boolean — whether the oldest stand first, else the newest
// $alive_since: datetime — one that runs and gave no sign of life since then has stopped
// $skip: integer — rows before the page
// $limit: integer — at most this many
MATCH (batch:ImportBatch)
WHERE $profile IS NULL OR batch.profile = $profile
WITH batch, CASE WHEN batch.state = 'running' AND batch.touched_at < $alive_since
              THEN 'stopped' ELSE batch.state END AS state
WHERE $state IS NULL OR state = $state
RETURN batch.id AS id, batch.profile AS profile, batch.file_name AS file_name, state AS state,
       batch.actor_name AS actor_name, batch.started_at AS started_at, batch.finished_at AS finished_at,
       batch.next_row AS next_row, batch.rows AS rows, batch.created AS created, batch.updated AS updated,
       batch.unchanged AS unchanged, batch.rejected AS rejected, batch.nodes AS nodes,
       batch.relationships AS relationships, batch.seconds AS seconds,
       size(batch.kept_ids) AS kept
ORDER BY CASE WHEN $oldest THEN started_at END, started_at DESC, id
SKIP $skip
LIMIT $limit
