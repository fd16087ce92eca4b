// What stands around each of these goals: how many initiatives contribute, some of them by name, possible partners.
// Those named come first by name of the ones counted.
// $ids: list of string — the goals
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $area: string or null — an area, with those inside it, where the initiatives are
// $named: integer — how many initiatives to name
// $most: integer — count no further than this
UNWIND $ids AS id
MATCH (goal:Goal {id: id})
CALL (goal) {
  MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
  WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
    AND (each.until IS NULL OR each.until > $on)
    AND ($area IS NULL OR EXISTS {
      MATCH (each)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area})
        WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
          AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  WITH DISTINCT each LIMIT $most
  WITH each ORDER BY toLower(each.name), each.id
  RETURN count(each) AS initiatives,
         collect({kind: 'Initiative', id: each.id, name: each.name})[..$named] AS named
}
RETURN goal.id AS id, initiatives AS initiatives, named AS named,
       COLLECT { MATCH (goal)-[tag:HAS_THEME]->(theme:Theme)<-[about:HAS_THEME]-(party:Organisation)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
           AND NOT coalesce(about.since > $on OR about.until <= $on, false) AND theme.visibility IN $visible
           AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
         WITH party, count(theme) AS shared ORDER BY shared DESC, toLower(party.name), party.id LIMIT 2
         RETURN {kind: 'Organisation', id: party.id, name: party.name} } AS partners
ORDER BY id
