// What one assessment says on each criterion of its framework, in their order.
// $id: string — the assessment
MATCH (assessment:Assessment {id: $id})-[under:UNDER]->(:AssessmentFramework)<-[part:PART_OF]-(criterion:Criterion)
WHERE under.until IS NULL AND part.until IS NULL AND criterion.visibility <> 'removed'
OPTIONAL MATCH (assessment)-[says:ANSWERS]->(criterion)
  WHERE says.until IS NULL
RETURN criterion.id AS criterion_id, criterion.name AS name, criterion.description AS description,
       coalesce(criterion.position, 0) AS position, says.answer AS answer, says.because AS because
ORDER BY position, criterion_id
