// What one assessment says on each criterion of its framework, in their order.
// $id: string — the assessment
// $on: date — the day
MATCH (assessment:Assessment {id: $id})-[under:UNDER]->(:AssessmentFramework)<-[part:PART_OF]-(criterion:Criterion)
WHERE NOT coalesce(under.until <= $on, false) AND NOT coalesce(part.until <= $on, false) AND criterion.visibility <> 'removed'
OPTIONAL MATCH (assessment)-[says:ANSWERS]->(criterion)
  WHERE NOT coalesce(says.until <= $on, false)
RETURN criterion.id AS criterion_id, criterion.name AS name, criterion.description AS description,
       coalesce(criterion.position, 0) AS position, says.answer AS answer, says.because AS because
ORDER BY position, criterion_id
