// Why a record may not be changed any more: its framework was adopted, or its outcome was told.
// $id: string — the record
// $act: string — change, show, end, reopen or remove
MATCH (record:Record {id: $id})
CALL (record) {
  WITH record
  WHERE record:AssessmentFramework AND record.framework_state IN ['adopted', 'retired']
  RETURN 'framework_state' AS field, 'adopted' AS reason
  UNION
  MATCH (record:Criterion)-[part:PART_OF]->(framework:AssessmentFramework)
  WHERE part.until IS NULL AND framework.framework_state IN ['adopted', 'retired']
  RETURN 'framework_state' AS field, 'adopted' AS reason
  UNION
  WITH record
  WHERE record:Assessment AND record.told_on IS NOT NULL AND $act = 'change'
  RETURN 'told_on' AS field, 'told' AS reason
}
RETURN DISTINCT field AS field, reason AS reason
ORDER BY field, reason
