// Pairs of initiatives at one goal or below it that share no partner or initiator and show no contact, newest first.
// $goal: string — the goal, with those below it
// $area: string or null — only initiatives in this area, with those inside it
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $most: integer — look at this many of the newest initiatives at the goal
// $limit: integer — at most this many answers
MATCH (:Goal {id: $goal})<-[parts:PART_OF]-{0,6}(goal:Goal)<-[works:CONTRIBUTES_TO]-(initiative:Initiative)
WHERE all(part IN parts WHERE part.until IS NULL) AND works.until IS NULL AND goal.visibility IN $visible
  AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND initiative.merged_into IS NULL AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL
      AND all(step IN up WHERE step.until IS NULL) })
WITH initiative, collect(DISTINCT goal) AS goals
ORDER BY initiative.id DESC
LIMIT $most
WITH initiative, goals,
     COLLECT { MATCH (initiative)<-[part:PARTNERS_IN|INITIATES]-(party) WHERE part.until IS NULL
       RETURN DISTINCT party.id } AS parties
ORDER BY initiative.id DESC
WITH collect({initiative: initiative, goals: goals, parties: parties}) AS found
UNWIND range(0, size(found) - 2) AS one
UNWIND range(one + 1, size(found) - 1) AS two
WITH found[two] AS older, found[one] AS newer
WHERE none(party IN older.parties WHERE party IN newer.parties)
WITH older.initiative AS first, newer.initiative AS second, older.goals AS ours, newer.goals AS theirs
WHERE NOT EXISTS { MATCH (first)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(second) WHERE bridge.state <> 'suggested' }
WITH first, second, ours + [goal IN theirs WHERE NOT goal IN ours] AS either, [goal IN ours WHERE goal IN theirs] AS both
LIMIT $limit
RETURN first.id + ':' + second.id AS key,
       [each IN [first, second] | {kind: 'Initiative', id: each.id, name: each.name}] AS subjects,
       COLLECT { UNWIND CASE WHEN size(both) > 0 THEN both ELSE either END AS goal
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name LIMIT 3 } AS through,
       null AS amount,
       COLLECT { UNWIND [first, second] AS each MATCH (each)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN DISTINCT area.name AS name ORDER BY name LIMIT 3 } AS areas
ORDER BY second.id DESC, first.id DESC
