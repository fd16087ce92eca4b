// Begin an import, or take up the one of the same file that did not come to its end.
// $id: string — the identity of a new one
// $properties: map — profile, file_name, checksum, rows, rejected and what is counted
// $checksum: string — SHA-256 of the file
// $profile: string — the profile
// $at: datetime — now
OPTIONAL MATCH (stopped:ImportBatch {checksum: $checksum, profile: $profile})
WHERE stopped.state IN ['running', 'stopped']
WITH stopped ORDER BY stopped.started_at DESC LIMIT 1
CALL (stopped) {
  WITH stopped WHERE stopped IS NULL
  MERGE (batch:ImportBatch {id: $id})
    ON CREATE SET batch += $properties, batch.started_at = $at
  RETURN batch
  UNION
  WITH stopped WHERE stopped IS NOT NULL
  RETURN stopped AS batch
}
SET batch.state = 'running', batch.touched_at = $at
RETURN batch.id AS id, batch.next_row AS next_row, batch.id <> $id AS resumed
