// Make the records of one kind that are not there yet, and give back which were made.
// $label: string — the kind, from the closed set of graph.model
// $records: list of map — id, properties, created_at
UNWIND $records AS each
MERGE (record:Record {id: each.id})
  ON CREATE SET record:$($label), record += each.properties, record.version = 0,
                record.created_at = each.created_at, record.updated_at = each.created_at
WITH record, record.version = 0 AS created
WHERE created
SET record.version = 1
RETURN record.id AS id
ORDER BY id
