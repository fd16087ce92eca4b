// The imports, newest first.
// $limit: integer — at most this many
// $alive_since: datetime — one that runs and gave no sign of life since then has stopped
MATCH (batch:ImportBatch)
RETURN batch.id AS id, batch.profile AS profile, batch.file_name AS file_name,
       CASE WHEN batch.state = 'running' AND batch.touched_at < $alive_since THEN 'stopped' ELSE batch.state END AS state,
       batch.actor_name AS actor_name, batch.started_at AS started_at, batch.finished_at AS finished_at,
       batch.next_row AS next_row, batch.rows AS rows, batch.created AS created, batch.updated AS updated,
       batch.unchanged AS unchanged, batch.rejected AS rejected, batch.nodes AS nodes,
       batch.relationships AS relationships, batch.seconds AS seconds,
       size(batch.kept_ids) AS kept
ORDER BY started_at DESC, id
LIMIT $limit
