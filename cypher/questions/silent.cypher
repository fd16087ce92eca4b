// Initiatives that go on and gave no sign of life since a day, newest first; the signs are those of statuses/list.
// $area: string or null — only initiatives in this area, with those inside it
// $since: date — a sign on this day or later counts
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $zone: string — the time zone in which days begin
// $limit: integer — at most this many answers
MATCH (initiative:Initiative)
WHERE initiative.id > '' AND initiative.status IN ['idea', 'started', 'running']
  AND initiative.visibility IN $visible AND initiative.merged_into IS NULL
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce($since <= initiative.status_confirmed_on <= $on, false)
  AND NOT coalesce($since <= initiative.status_since <= $on, false)
  AND NOT (initiative.version > 1 AND $since <= date(datetime({datetime: initiative.updated_at, timezone: $zone})) <= $on)
WITH initiative
ORDER BY initiative.id DESC
WITH initiative
WHERE $area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL
      AND all(step IN up WHERE step.until IS NULL) }
WITH initiative, [day IN
       COLLECT { MATCH (initiative)<-[about:ABOUT]-(talk:Interaction) WHERE NOT coalesce(about.until <= $on, false) AND talk.visibility IN $visible RETURN talk.happened_on }
       + COLLECT { MATCH (initiative)<-[to:TO]-(gift:Contribution) WHERE NOT coalesce(to.until <= $on, false) AND gift.visibility IN $visible
           RETURN coalesce(gift.granted_on, gift.refused_on, gift.asked_on) }
       + COLLECT { MATCH (initiative)<-[to:TO]-(promise:Commitment) WHERE NOT coalesce(to.until <= $on, false) AND promise.visibility IN $visible
           RETURN coalesce(promise.kept_on, promise.made_on) }
       + COLLECT { MATCH (initiative)-[wait:WAITS_FOR]->(asked:Decision)
           WHERE wait.until IS NULL AND asked.visibility IN $visible RETURN coalesce(asked.decided_on, asked.asked_on) }
       + [initiative.status_confirmed_on, initiative.status_since,
          CASE WHEN initiative.version > 1 THEN date(datetime({datetime: initiative.updated_at, timezone: $zone})) END]
       WHERE day <= $on | day] AS signs
WITH initiative, coalesce(reduce(last = null, day IN signs | CASE WHEN last IS NULL OR day > last THEN day ELSE last END),
                          date(datetime({datetime: initiative.created_at, timezone: $zone}))) AS last
WHERE last < $since
WITH initiative, last
LIMIT $limit
RETURN initiative.id AS key, [{kind: 'Initiative', id: initiative.id, name: initiative.name}] AS subjects, [] AS through,
       duration.between(last, $on).months AS amount,
       COLLECT { MATCH (initiative)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 3 } AS areas
ORDER BY key DESC
