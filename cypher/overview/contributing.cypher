// How many different initiatives contribute to a group of goals, each group counted no further than is told.
// $groups: list of map — the key of the group and the ids of its goals
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $area: string or null — an area, with those inside it, where the initiatives are
// $most: integer — count no further than this
UNWIND $groups AS group
CALL (group) {
  UNWIND group.ids AS id
  MATCH (:Goal {id: id})<-[work:CONTRIBUTES_TO]-(each:Initiative)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
    AND (each.until IS NULL OR each.until > $on)
    AND ($area IS NULL OR EXISTS {
      MATCH (each)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
        WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
          AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  WITH DISTINCT each LIMIT $most
  RETURN count(each) AS initiatives
}
RETURN group.key AS key, initiatives AS initiatives
ORDER BY key
