// What the audit trail keeps of how initiatives stood with requirements: each change with its old value, earliest first.
// $initiative_id: string or null — the requirements of this initiative
// $requirement_id: string or null — else the initiatives of this requirement; of every one when this is null too
// $after: datetime — changes from this instant on
CALL () {
  MATCH (line:AuditEntry {record_id: $initiative_id})
  RETURN line
  UNION
  MATCH (requirement:Requirement)
  WHERE $initiative_id IS NULL AND ($requirement_id IS NULL OR requirement.id = $requirement_id)
  MATCH (line:AuditEntry {record_id: requirement.id})
  RETURN line
}
WITH line
WHERE line.action IN ['mark', 'question', 'answer'] AND line.at >= $after
MATCH (twin:AuditEntry {at: line.at})
WHERE twin.action = line.action AND twin.field = line.field AND twin.record_id <> line.record_id
MATCH (requirement:Requirement)
WHERE requirement.id IN [line.record_id, twin.record_id]
WITH line, twin, requirement,
     CASE WHEN requirement.id = line.record_id THEN twin.record_id ELSE line.record_id END AS initiative_id
RETURN requirement.id AS requirement_id, initiative_id AS initiative_id, line.at AS at, line.field AS field,
       line.old AS old
ORDER BY at, requirement_id, initiative_id, field
