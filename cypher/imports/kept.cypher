// What the undo of an import left, in the order in which it was found, named as it is called now.
// $id: string — the import
MATCH (batch:ImportBatch {id: $id})
WHERE batch.kept_ids IS NOT NULL
UNWIND range(0, size(batch.kept_ids) - 1) AS number
MATCH (record:Record {id: batch.kept_ids[number]})
WHERE record.visibility <> 'removed'
OPTIONAL MATCH (other:Record {id: batch.kept_others[number]})
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.name AS name,
       CASE WHEN batch.kept_fields[number] <> '' THEN batch.kept_fields[number] END AS field,
       other.id AS other_id, other.name AS other_name
ORDER BY number
