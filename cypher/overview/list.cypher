// All goals, each with the top of its tree, its notes, and whether initiatives contribute to it or to one below it.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $words: string or null — folded words that stand in the name, description or code
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it, where an initiative of the goal is
MATCH (goal:Goal)
WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
  AND (NOT EXISTS { (goal)-[:DERIVED_FROM]->(:PolicyNote) } OR EXISTS {
    MATCH (goal)-[stands:DERIVED_FROM]->(:PolicyNote) WHERE stands.since IS NULL OR stands.since <= $on })
  AND ($words IS NULL OR toLower(goal.name + ' ' + coalesce(goal.description, '') + ' ' + coalesce(goal.code, ''))
       CONTAINS $words)
  AND ($theme IS NULL OR EXISTS {
    MATCH (goal)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(:Theme {id: $theme})
      WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
        AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
OPTIONAL MATCH path = (goal)-[:PART_OF*1..6]->(top:Goal)
  WHERE top.visibility IN $visible AND all(step IN relationships(path)
    WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
WITH goal, top, path ORDER BY length(path) DESC
WITH goal, head(collect(top)) AS above
WITH goal, CASE WHEN above IS NOT NULL OR EXISTS {
  MATCH (goal)<-[part:PART_OF]-(lower:Goal) WHERE NOT coalesce(part.since > $on OR part.until <= $on, false)
    AND lower.visibility IN $visible } THEN coalesce(above, goal) END AS top
WITH goal, top, EXISTS {
  MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
    AND (each.until IS NULL OR each.until > $on)
    AND ($area IS NULL OR EXISTS {
      MATCH (each)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
        WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
          AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) }) } AS contributed, EXISTS {
  MATCH (goal) ((:Goal)<-[part:PART_OF WHERE NOT coalesce(part.since > $on OR part.until <= $on, false)]-
      (lower:Goal WHERE lower.visibility IN $visible)){1,6} (:Goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
    AND (each.until IS NULL OR each.until > $on) } AS below
WHERE $area IS NULL OR contributed
RETURN goal.id AS id, goal.name AS name, goal.code AS code, goal.level AS level,
       coalesce(goal.open_for_contribution, false) AS open_for_contribution,
       CASE WHEN top IS NOT NULL THEN {kind: 'Goal', id: top.id, name: top.name} END AS programme,
       top.code AS programme_code,
       COLLECT { MATCH (goal)-[stands:DERIVED_FROM]->(note:PolicyNote)
         WHERE NOT coalesce(stands.since > $on OR stands.until <= $on, false) AND note.visibility IN $visible
         RETURN {mention: {kind: 'PolicyNote', id: note.id, name: note.name}, page: stands.page}
         ORDER BY note.name } AS notes,
       contributed AS contributed, below AS below
ORDER BY top.code, top.name, goal.code, goal.name, goal.id
