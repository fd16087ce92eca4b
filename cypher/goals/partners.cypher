// Organisations that could contribute to one goal: they share its themes, or take part in its initiatives.
// $id: string — the goal
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (goal:Goal {id: $id})
CALL (goal) {
  MATCH (goal)-[tag:HAS_THEME]->(theme:Theme)<-[about:HAS_THEME]-(party:Organisation)
  WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
    AND NOT coalesce(about.since > $on OR about.until <= $on, false) AND theme.visibility IN $visible
  RETURN party, count(DISTINCT theme) AS themes, 0 AS initiatives
  UNION
  MATCH (goal)<-[work:CONTRIBUTES_TO]-(initiative:Initiative)<-[part:PARTNERS_IN|INITIATES]-(party:Organisation)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false)
    AND NOT coalesce(part.since > $on OR part.until <= $on, false) AND initiative.visibility IN $visible
  RETURN party, 0 AS themes, count(DISTINCT initiative) AS initiatives
}
WITH party, sum(themes) AS themes, sum(initiatives) AS initiatives
WHERE party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
RETURN {kind: 'Organisation', id: party.id, name: party.name} AS mention, themes AS themes, initiatives AS initiatives
ORDER BY themes + initiatives DESC, toLower(party.name), party.id
LIMIT $limit
