// One team with what it is part of, and how much it deals with.
// $id: string — the team
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (team:Department {id: $id})
WHERE team.visibility IN $visible
RETURN team.id AS id, team.visibility AS visibility, team.until AS until,
       coalesce(team.lang, 'nl') AS lang, team.name AS name,
       team.description AS description,
       COLLECT { MATCH (team)-[part:PART_OF]->(whole) WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND whole.visibility IN $visible
         RETURN {kind: 'Organisation', id: whole.id, name: whole.name} ORDER BY whole.name } AS part_of,
       COUNT { MATCH (team)<-[care:HANDLED_BY]-(each:Initiative)
         WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
         RETURN DISTINCT each } AS initiatives,
       COUNT { MATCH (team)-[by:DECIDES]->(decision:Decision)
         WHERE NOT coalesce(by.until <= $on, false) AND coalesce(decision.decided_on > $on, true) AND NOT coalesce(decision.asked_on > $on, false) AND decision.visibility IN $visible } AS decisions_awaited
