// One team with what it is part of, and how much it deals with.
// $id: string — the team
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (team:Department {id: $id})
WHERE team.visibility IN $visible
RETURN team.id AS id, team.visibility AS visibility, coalesce(team.lang, 'nl') AS lang, team.name AS name,
       team.description AS description,
       COLLECT { MATCH (team)-[part:PART_OF]->(whole) WHERE part.until IS NULL AND whole.visibility IN $visible
         RETURN {kind: 'Organisation', id: whole.id, name: whole.name} ORDER BY whole.name } AS part_of,
       COUNT { MATCH (team)<-[care:HANDLED_BY]-(each:Initiative)
         WHERE care.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
         RETURN DISTINCT each } AS initiatives,
       COUNT { MATCH (team)-[:DECIDES]->(decision:Decision)
         WHERE decision.decided_on IS NULL AND decision.visibility IN $visible } AS decisions_awaited
