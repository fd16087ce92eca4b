// Who could bring an initiative and an organisation together, and whether they may be asked for that.
// $initiative_id: string — the initiative
// $organisation_id: string — the organisation
// $visible: list of string — the visibilities the reader may see
// $today: date — tasks and permissions count when they hold on this day
MATCH (initiative:Initiative {id: $initiative_id})
MATCH (organisation:Organisation {id: $organisation_id})
CALL (initiative, organisation) {
  MATCH (person:Person)-[holds:ACCOUNT_HOLDER_OF]->(organisation)
  WHERE NOT coalesce(holds.since > $today OR holds.until <= $today, false)
  RETURN person, 'account_holder' AS through, organisation.name AS through_name, 1 AS nearness
  UNION ALL
  MATCH (organisation)-[works:PARTNERS_IN|INITIATES]->(known:Initiative)<-[contact:CONTACT_FOR]-(person:Person)
  WHERE works.until IS NULL AND NOT coalesce(contact.since > $today OR contact.until <= $today, false)
    AND known <> initiative AND known.visibility IN $visible AND known.until IS NULL
  RETURN person, 'contact_of' AS through, known.name AS through_name, 2 AS nearness
  UNION ALL
  MATCH (initiative)<-[contact:CONTACT_FOR]-(person:Person)
  WHERE NOT coalesce(contact.since > $today OR contact.until <= $today, false)
  RETURN person, 'contact_of' AS through, initiative.name AS through_name, 3 AS nearness
  UNION ALL
  MATCH (initiative)-[ours:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]->(hub)
        <-[theirs:HAS_INTEREST_IN|HAS_THEME|LOCATED_IN]-(organisation)
  WHERE ours.until IS NULL AND theirs.until IS NULL AND hub.visibility IN $visible
  MATCH (person:Person)-[holds:ACCOUNT_HOLDER_OF]->(hub)
  WHERE NOT coalesce(holds.since > $today OR holds.until <= $today, false)
  RETURN person, 'account_holder' AS through, hub.name AS through_name, 4 AS nearness
}
WITH person, through, through_name, nearness
WHERE person.visibility IN $visible AND person.until IS NULL
ORDER BY nearness, through_name
WITH person, head(collect([through, through_name, nearness])) AS way
RETURN person.id AS id, person.name AS name, person.function AS function, way[0] AS through, way[1] AS through_name,
  person.person_kind IN ['official', 'alderman'] OR EXISTS {
    (person)-[may:MAY_BE_CONTACTED {purpose: 'introduction'}]->()
    WHERE (may.until IS NULL OR may.until > $today) AND (may.since IS NULL OR may.since <= $today)
  } AS may_be_asked
ORDER BY way[2], name, id
