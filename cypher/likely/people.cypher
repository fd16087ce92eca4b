// Officials who could be involved in an initiative: who answers for what it is about, or is contact of one much like it.
// $id: string — the initiative
// $near: list of string — the initiatives that are like it, the nearest first
// $visible: list of string — the visibilities the reader may see
// $today: date — links and permissions count when they hold on this day
// $limit: integer — how many
MATCH (initiative:Initiative {id: $id})
CALL (initiative) {
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME]->(thing:Goal|Theme)<-[holds:ACCOUNT_HOLDER_OF]-(person:Person)
  WHERE all(each IN [link, holds] WHERE NOT coalesce(each.since > $today OR each.until <= $today, false))
    AND thing.visibility IN $visible
  RETURN person, thing, 'account_holder' AS through, holds.expertise AS expertise, CASE WHEN thing:Goal THEN 1 ELSE 2 END AS nearness
  UNION ALL
  UNWIND range(0, size($near) - 1) AS place
  MATCH (thing:Initiative {id: $near[place]})<-[contact:CONTACT_FOR]-(person:Person)
  WHERE NOT coalesce(contact.since > $today OR contact.until <= $today, false)
  RETURN person, thing, 'contact_of' AS through, null AS expertise, 3 + place AS nearness
  UNION ALL
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME]->()-[up:PART_OF|NARROWER_THAN]->(thing:Goal|Theme)
        <-[holds:ACCOUNT_HOLDER_OF]-(person:Person)
  WHERE all(each IN [link, holds] WHERE NOT coalesce(each.since > $today OR each.until <= $today, false))
    AND NOT coalesce(up.since > $today OR up.until <= $today, false)
    AND thing.visibility IN $visible
  RETURN person, thing, 'account_holder' AS through, holds.expertise AS expertise, 20 AS nearness
}
WITH initiative, person, thing, through, expertise, nearness
ORDER BY nearness, thing.name
WHERE person.visibility IN $visible AND person.until IS NULL
  AND NOT EXISTS { MATCH (person)-[own:CONTACT_FOR|INITIATES]->(initiative) WHERE coalesce(own.until > $today, true) }
  AND (person.person_kind IN ['official', 'alderman'] AND NOT EXISTS {
    (person)-[no:MAY_BE_CONTACTED {purpose: 'introduction'}]->() WHERE no.until <= $today
  } OR EXISTS {
    (person)-[may:MAY_BE_CONTACTED {purpose: 'introduction'}]->()
    WHERE (may.until IS NULL OR may.until > $today) AND (may.since IS NULL OR may.since <= $today) })
WITH person, collect({thing: thing.name, through: through, expertise: expertise, nearness: nearness}) AS ways
WITH person, ways, ways[0] AS way
RETURN person.id AS id, person.name AS name, person.function AS function, way.through AS through,
       way.thing AS through_name, way.expertise AS expertise
ORDER BY way.nearness, size(ways) DESC, name, id
LIMIT $limit
