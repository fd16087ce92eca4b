// The criteria of one version of the framework, in their order.
// $id: string — the version
// $on: date — the day
MATCH (framework:AssessmentFramework {id: $id})<-[part:PART_OF]-(criterion:Criterion)
WHERE NOT coalesce(part.until <= $on, false) AND criterion.visibility <> 'removed'
RETURN criterion.id AS id, criterion.version AS version, criterion.visibility AS visibility, criterion.name AS name,
       criterion.description AS description, coalesce(criterion.position, 0) AS position
ORDER BY position, id
