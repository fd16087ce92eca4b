// Which laws one record breaks: a tree has no circles, one contact person, portfolios only for aldermen, assessments in order.
// $id: string — the record
MATCH (record:Record {id: $id})
CALL (record) {
  MATCH (record)-[link:PART_OF|NARROWER_THAN]->(broader:Record)
        (()-[up:PART_OF|NARROWER_THAN WHERE up.until IS NULL]->()){0,50}(record)
  WHERE link.until IS NULL
  RETURN type(link) AS field, 'circle' AS reason
  UNION
  MATCH (record)-[mine:CONTACT_FOR]-()
  WHERE mine.until IS NULL
  WITH DISTINCT endNode(mine) AS initiative
  WHERE COUNT { MATCH (initiative)<-[contact:CONTACT_FOR]-(:Person) WHERE contact.until IS NULL } > 1
  RETURN 'CONTACT_FOR' AS field, 'only_one' AS reason
  UNION
  MATCH (record)-[holds:PORTFOLIO_HOLDER_OF]-()
  WHERE holds.until IS NULL AND coalesce(startNode(holds).person_kind, '') <> 'alderman'
  RETURN 'PORTFOLIO_HOLDER_OF' AS field, 'not_an_alderman' AS reason
  UNION
  MATCH (record)-[wait:WAITS_FOR]-()
  WHERE wait.until IS NULL AND endNode(wait).decided_on IS NOT NULL
  RETURN 'WAITS_FOR' AS field, 'already_decided' AS reason
  UNION
  WITH record
  WHERE record:Commitment AND record.kept_on < record.made_on
  RETURN 'kept_on' AS field, 'before_made' AS reason
  UNION
  MATCH (record:Criterion)-[part:PART_OF]->(framework:AssessmentFramework)
  WHERE part.until IS NULL AND framework.framework_state IN ['adopted', 'retired']
  RETURN 'PART_OF' AS field, 'adopted' AS reason
  UNION
  MATCH (record:Assessment)-[under:UNDER]->(framework:AssessmentFramework)
  WHERE under.until IS NULL AND coalesce(framework.framework_state, 'draft') = 'draft'
  RETURN 'UNDER' AS field, 'not_adopted' AS reason
  UNION
  WITH record
  WHERE record:Assessment AND record.visibility = 'published' AND record.told_on IS NULL
  RETURN 'visibility' AS field, 'not_told' AS reason
  UNION
  WITH record
  WHERE record:Assessment AND record.told_on IS NOT NULL
    AND (record.decided_on IS NULL OR record.outcome IS NULL OR record.motivation IS NULL)
  RETURN 'told_on' AS field, 'not_decided' AS reason
  UNION
  MATCH (record:Assessment)-[under:UNDER]->(:AssessmentFramework)<-[part:PART_OF]-(criterion:Criterion)
  WHERE under.until IS NULL AND part.until IS NULL AND record.decided_on IS NOT NULL AND NOT EXISTS {
    MATCH (record)-[says:ANSWERS]->(criterion)
    WHERE says.until IS NULL AND says.answer IS NOT NULL AND says.because IS NOT NULL }
  RETURN 'decided_on' AS field, 'not_answered' AS reason
}
RETURN DISTINCT field AS field, reason AS reason
ORDER BY field, reason
