// The records that an import made before or that it found by name, with what now stands in the place of merged ones.
// $keys: list of string — source keys
// $ids: list of string — ids
CALL () {
  UNWIND $keys AS key
  MATCH (found:Record {source_key: key})
  RETURN found, key AS asked
  UNION ALL
  UNWIND $ids AS id
  MATCH (found:Record {id: id})
  RETURN found, id AS asked
}
OPTIONAL MATCH (survivor:Record {id: found.merged_into})
WITH asked, found, coalesce(survivor, found) AS record
RETURN asked AS asked, [label IN labels(found) WHERE label <> 'Record'][0] AS kind, record.id AS id,
       elementId(record) AS place, record <> found AS merged, record.visibility = 'removed' AS removed,
       properties(record) AS properties
ORDER BY asked, kind
