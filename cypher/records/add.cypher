// Make a record, or leave it as it is when this id was made before.
// $id: string — its identity, made by the caller so that doing it again is safe
// $label: string — its kind, from the closed set of graph.model
// $properties: map — what it holds
// $at: datetime — now
MERGE (record:Record {id: $id})
  ON CREATE SET record:$($label), record += $properties, record.version = 0,
                record.created_at = $at, record.updated_at = $at
WITH record, record.version = 0 AS created
SET record.version = CASE WHEN created THEN 1 ELSE record.version END
RETURN created AS created
