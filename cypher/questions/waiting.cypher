// Initiatives that wait for a decision, longest first: days without pauses, and none while the clock stands still.
// $team: string or null — only what this team or body decides, or somebody who works there
// $number: integer — from this many days on
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many answers
MATCH (decision:Decision)
WHERE decision.visibility IN $visible AND (decision.until IS NULL OR decision.until > $on)
  AND coalesce(decision.decided_on > $on, true) AND duration.inDays(decision.asked_on, $on).days >= $number
  AND ($team IS NULL OR EXISTS {
    MATCH (decision)<-[by:DECIDES]-()-[jobs:WORKS_FOR]->{0,1}(:Department|Body {id: $team})
    WHERE NOT coalesce(by.since > $on OR by.until <= $on, false)
      AND all(job IN jobs WHERE NOT coalesce(job.since > $on OR job.until <= $on, false)) })
WITH decision, COLLECT { MATCH (decision)-[:PAUSED]->(pause:Pause) WHERE pause.since <= $on
       RETURN {since: pause.since, until: CASE WHEN pause.until <= $on THEN pause.until END} } AS pauses
WHERE none(pause IN pauses WHERE pause.until IS NULL)
WITH decision, duration.inDays(decision.asked_on, $on).days - reduce(days = 0, pause IN pauses | days
       + duration.inDays(pause.since, pause.until).days) AS days
WHERE days >= $number
MATCH (decision)<-[wait:WAITS_FOR]-(initiative:Initiative)
WHERE NOT coalesce(wait.since > $on OR wait.until <= $on, false) AND initiative.visibility IN $visible
  AND (initiative.until IS NULL OR initiative.until > $on) AND initiative.merged_into IS NULL
WITH DISTINCT initiative, decision, days
ORDER BY days DESC, initiative.id DESC, decision.id DESC
LIMIT $limit
RETURN initiative.id + ':' + decision.id AS key,
       [{kind: 'Initiative', id: initiative.id, name: initiative.name}] AS subjects,
       [{kind: 'Decision', id: decision.id, name: decision.name}]
       + COLLECT { MATCH (decision)<-[by:DECIDES]-()-[jobs:WORKS_FOR]->{0,1}(team:Department|Body)
           WHERE NOT coalesce(by.since > $on OR by.until <= $on, false) AND team.visibility IN $visible
             AND all(job IN jobs WHERE NOT coalesce(job.since > $on OR job.until <= $on, false))
           WITH DISTINCT team
           RETURN {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}
           ORDER BY team.name LIMIT 2 } AS through,
       days AS amount,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 3 } AS areas
ORDER BY amount DESC, key DESC
