// When the initiative was said to meet a requirement, or not to need it any more, or to be back at the start.
// One act writes the same line for both records at the same instant.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
MATCH (line:AuditEntry {record_id: $id})
WHERE line.action = 'mark' AND line.field = 'requirement_state'
MATCH (:Initiative {id: $id})-[:MUST_MEET]->(requirement:Requirement)
WHERE requirement.visibility IN $visible
MATCH (twin:AuditEntry {record_id: requirement.id})
WHERE twin.at = line.at AND twin.action = 'mark' AND twin.field = 'requirement_state'
RETURN DISTINCT line.at AS at, line.new AS state,
       {kind: 'Requirement', id: requirement.id, name: requirement.name} AS requirement
ORDER BY at, requirement.name
