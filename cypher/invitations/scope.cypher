// What was chosen as subject, each with everything below it in its tree.
// $goals: list of string — ids
// $themes: list of string — ids
// $areas: list of string — ids
// $visible: list of string — visibilities the reader may see
CALL () {
  UNWIND $goals AS chosen
  MATCH (top:Goal {id: chosen})<-[up:PART_OF*0..6]-(member:Goal)
  WHERE all(link IN up WHERE link.until IS NULL) AND member.visibility IN $visible
  RETURN top, collect(DISTINCT member.id) AS members
  UNION ALL
  UNWIND $themes AS chosen
  MATCH (top:Theme {id: chosen})<-[up:NARROWER_THAN*0..6]-(member:Theme)
  WHERE all(link IN up WHERE link.until IS NULL) AND member.visibility IN $visible
  RETURN top, collect(DISTINCT member.id) AS members
  UNION ALL
  UNWIND $areas AS chosen
  MATCH (top:Area {id: chosen})<-[up:PART_OF*0..6]-(member:Area)
  WHERE all(link IN up WHERE link.until IS NULL) AND member.visibility IN $visible
  RETURN top, collect(DISTINCT member.id) AS members
}
WITH top, members
WHERE top.visibility IN $visible
RETURN top.id AS id, [label IN labels(top) WHERE label <> 'Record'][0] AS kind, top.name AS name, members AS members
ORDER BY kind, name, id
