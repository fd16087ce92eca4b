// Which laws the current links of one record break: a tree has no circles, an initiative has one contact person, and
// only aldermen hold a portfolio.
// $id: string — the record
MATCH (record:Record {id: $id})
CALL (record) {
  MATCH (record)-[link:PART_OF|NARROWER_THAN]->(broader:Record)
        (()-[up:PART_OF|NARROWER_THAN WHERE up.until IS NULL]->()){0,50}(record)
  WHERE link.until IS NULL
  RETURN type(link) AS link, 'circle' AS reason
  UNION
  MATCH (record)-[mine:CONTACT_FOR]-()
  WHERE mine.until IS NULL
  WITH DISTINCT endNode(mine) AS initiative
  WHERE COUNT { MATCH (initiative)<-[contact:CONTACT_FOR]-(:Person) WHERE contact.until IS NULL } > 1
  RETURN 'CONTACT_FOR' AS link, 'only_one' AS reason
  UNION
  MATCH (record)-[holds:PORTFOLIO_HOLDER_OF]-()
  WHERE holds.until IS NULL AND coalesce(startNode(holds).person_kind, '') <> 'alderman'
  RETURN 'PORTFOLIO_HOLDER_OF' AS link, 'not_an_alderman' AS reason
}
RETURN DISTINCT link AS link, reason AS reason
ORDER BY link, reason
