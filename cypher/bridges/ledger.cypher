// Every bridge that was asked for, with the states it reached, and where and about what it was in those days.
// $visible: list of string — visibilities the reader may see
// $limit: integer — at most this many
// $zone: string — the time zone in which days begin
MATCH (bridge:Bridge)
WHERE bridge.state <> 'suggested'
MATCH (bridge)-[:BETWEEN]->(first:Initiative)
MATCH (bridge)-[:BETWEEN]->(second:Initiative|Organisation)
WHERE (second:Organisation OR first.id < second.id) AND first.visibility IN $visible AND second.visibility IN $visible
WITH bridge, first, second ORDER BY bridge.state_since DESC, bridge.id LIMIT $limit
WITH bridge, first, second,
     COLLECT { MATCH (bridge)-[:TOOK]->(step:BridgeStep {what: 'state'})
       WHERE step.back_at IS NULL
       RETURN {state: step.state, at: step.at} ORDER BY step.at, step.id } AS reached
WITH bridge, first, second, reached,
     date(datetime({datetime: coalesce(reached[0].at, bridge.state_since), timezone: $zone})) AS first_day,
     date(datetime({datetime: bridge.state_since, timezone: $zone})) AS last_day
// What a side was linked to, and what lay around or above that, by links that held together on one of these days: where
// each two of them share a day, all share one.
CALL (bridge, first_day, last_day) {
  MATCH (bridge)-[:BETWEEN]->(side:Initiative|Organisation)
  MATCH path = (side)-[:LOCATED_IN|HAS_THEME]->(:Area|Theme)-[:PART_OF|NARROWER_THAN*0..4]->(found:Area|Theme)
  WHERE found.visibility IN $visible
    AND all(link IN relationships(path) WHERE coalesce(link.until > first_day, true)
      AND coalesce(link.since <= last_day, true)
      AND all(other IN relationships(path) WHERE coalesce(other.since < link.until, true)))
  WITH {kind: CASE WHEN found:Area THEN 'Area' ELSE 'Theme' END, id: found.id, name: found.name} AS about,
       min(length(path)) = 1 AS own
  ORDER BY about.name, about.id
  RETURN collect({own: own, about: about}) AS every
}
RETURN first.id AS first_id, first.name AS first, second.id AS second_id, second.name AS second,
       second:Organisation AS with_organisation, bridge.state AS state,
       CASE WHEN bridge.state = 'result' THEN bridge.text END AS result, reached AS reached,
       [each IN every WHERE each.own AND each.about.kind = 'Area' | each.about] AS areas,
       [each IN every WHERE NOT each.own AND each.about.kind = 'Area' | each.about] AS around,
       [each IN every WHERE each.own AND each.about.kind = 'Theme' | each.about] AS themes,
       [each IN every WHERE NOT each.own AND each.about.kind = 'Theme' | each.about] AS broader
ORDER BY bridge.state_since DESC, bridge.id
