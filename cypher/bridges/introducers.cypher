// Who could introduce two initiatives to each other, and whether they may be asked for that.
// $a: string — the one initiative
// $b: string — the other
// $visible: list of string — the visibilities the reader may see
// $today: date — tasks and permissions count when they hold on this day
MATCH (a:Initiative {id: $a})
MATCH (b:Initiative {id: $b})
CALL (a, b) {
  MATCH (a)<-[ours:CONTACT_FOR]-(person:Person)-[theirs:CONTACT_FOR]->(b)
  WHERE NOT coalesce(ours.since > $today OR ours.until <= $today, false)
    AND NOT coalesce(theirs.since > $today OR theirs.until <= $today, false)
  RETURN person, 'contact' AS through, null AS through_name, 1 AS nearness
  UNION ALL
  MATCH (a)<-[ours:PARTNERS_IN]-(partner:Organisation)-[theirs:PARTNERS_IN]->(b)
  WHERE ours.until IS NULL AND theirs.until IS NULL AND partner.visibility IN $visible
  MATCH (person:Person)-[works:WORKS_FOR]->(partner)
  WHERE works.until IS NULL
  RETURN person, 'partner' AS through, partner.name AS through_name, 2 AS nearness
  UNION ALL
  MATCH (a)-[ours:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]->(hub)<-[theirs:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-(b)
  WHERE ours.until IS NULL AND theirs.until IS NULL AND hub.visibility IN $visible
  MATCH (person:Person)-[holds:ACCOUNT_HOLDER_OF]->(hub)
  WHERE NOT coalesce(holds.since > $today OR holds.until <= $today, false)
  RETURN person, 'account_holder' AS through, hub.name AS through_name, 3 AS nearness
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
