// Organisations that take part in several initiatives of one theme, most first.
// $theme: string — a theme, with the narrower ones
// $area: string or null — only initiatives in this area, with those inside it
// $number: integer — in at least this many initiatives
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many answers
MATCH (:Theme {id: $theme})<-[up:NARROWER_THAN*0..4]-(:Theme)<-[tag:HAS_THEME]-(initiative:Initiative)
WHERE tag.until IS NULL AND all(step IN up WHERE step.until IS NULL) AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[inside:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL
      AND all(step IN inside WHERE step.until IS NULL) })
WITH DISTINCT initiative
MATCH (initiative)<-[takes:PARTNERS_IN]-(organisation:Organisation)
WHERE takes.until IS NULL AND organisation.visibility IN $visible
  AND (organisation.until IS NULL OR organisation.until > $on) AND organisation.merged_into IS NULL
WITH organisation, collect(DISTINCT initiative) AS initiatives
WHERE size(initiatives) >= $number
WITH organisation, initiatives
ORDER BY size(initiatives) DESC, organisation.id DESC
LIMIT $limit
RETURN organisation.id AS key, [{kind: 'Organisation', id: organisation.id, name: organisation.name}] AS subjects,
       COLLECT { UNWIND initiatives AS each
         RETURN {kind: 'Initiative', id: each.id, name: each.name} ORDER BY toLower(each.name), each.id LIMIT 3 } AS through,
       size(initiatives) AS amount,
       COLLECT { MATCH (organisation)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 3 } AS areas
ORDER BY amount DESC, key DESC
