// The initiatives that can still be among the best bridges of one, found by visiting what it has, rarest first.
// $id: string — the initiative
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many bridges are asked for
// $floor: integer — a score that this many others are known to reach; -1 when none is known yet
// $today: date — today
// $weights: map — the weight of each kind of evidence, as integers
// $sees_bridges: boolean — whether the reader may see bridges; to others it makes no difference what became of one
MATCH (initiative:Initiative {id: $id})
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
CALL (initiative) {
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(hub)
  WHERE link.until IS NULL AND (hub.visibility IN $visible OR hub:Word)
    AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
  RETURN DISTINCT hub
  UNION ALL
  MATCH (initiative)<-[link:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
  WHERE link.until IS NULL AND under.until IS NULL AND hub.visibility IN $visible
  RETURN DISTINCT hub
  UNION ALL
  MATCH (initiative)-[:NEEDS|OFFERS]->(:Need|Offer)-[:FITS]-(hub:Need|Offer)
  RETURN DISTINCT hub
}
WITH initiative, hub, CASE
    WHEN hub:Organisation THEN ['partner', COUNT { (hub)-[:PARTNERS_IN]->() } + COUNT { (hub)-[:INITIATES]->() }]
    WHEN hub:Goal THEN ['goal', COUNT { (hub)<-[:CONTRIBUTES_TO]-() }]
    WHEN hub:Theme THEN ['theme', COUNT { (hub)<-[:HAS_THEME]-() }]
    WHEN hub:Word THEN ['word', COUNT { (hub)<-[:MENTIONS]-() }]
    WHEN hub:Area THEN ['area', COUNT { (hub)<-[:LOCATED_IN]-() }]
    WHEN hub:Department THEN ['department', COUNT { (hub)<-[:HANDLED_BY]-() }]
    WHEN hub:Decision THEN ['decision', COUNT { (hub)<-[:WAITS_FOR]-() }]
    WHEN hub:Person THEN ['person', COUNT { (hub)-[:CONTACT_FOR]->() } + COUNT { (hub)-[:INITIATES]->() }]
    WHEN hub:Offer THEN ['offered', 1 + COUNT { (hub)<-[:OFFERS]-() }]
    WHEN hub:Need THEN ['sought', 1 + COUNT { (hub)<-[:NEEDS]-() }]
    ELSE ['scheme', COUNT { (hub)<-[:UNDER]-() }]
  END AS measure
// What the other offers and this one needs, or the other way round: each need and offer that fit add their part.
WITH initiative, hub, measure, CASE WHEN hub:Need OR hub:Offer THEN COLLECT {
    MATCH (initiative)-[link:NEEDS|OFFERS]->(mine:Need|Offer)-[:FITS]-(hub)
    WHERE link.until IS NULL
      AND all(each IN [mine, hub] WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $today)
        AND (each.wanted_until IS NULL OR each.wanted_until >= $today))
    WITH DISTINCT mine
    RETURN [mine, COUNT { (mine)-[:FITS]-() } + COUNT { (hub)-[:FITS]-() }] AS fit ORDER BY fit[1], mine.id
  } END AS fits
WITH initiative, {hub: hub, ours: fits[0][0], kind: measure[0], size: measure[1], weight: CASE
    WHEN fits IS NULL THEN $weights[measure[0]] / measure[1]
    ELSE reduce(sum = 0, fit IN fits | sum + $weights[measure[0]] / fit[1]) END} AS entry
ORDER BY entry.weight DESC
WITH initiative, collect(entry) AS hubs
CALL (initiative) {
  MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]->(ours)
  WHERE link.until IS NULL AND ours.visibility IN $visible
  MATCH path = (ours)-[:PART_OF|NARROWER_THAN|BORDERS|DERIVED_FROM*1..2]-(near:Goal|Theme|Area)
  WHERE near <> ours
    AND all(step IN relationships(path) WHERE step.until IS NULL AND (type(step) <> 'BORDERS' OR length(path) = 1))
    AND all(node IN nodes(path) WHERE node.visibility IN $visible)
  WITH near, ours, length(path) AS steps, nodes(path)[1] AS via
  WITH near, ours, min(steps) AS steps, CASE WHEN via:PolicyNote THEN via END AS note
  WITH near, ours, note, CASE WHEN note IS NULL THEN 2 * steps ELSE COUNT { (note)<-[:DERIVED_FROM]-() } END AS apart,
       CASE WHEN note IS NOT NULL THEN 'note' WHEN near:Goal THEN 'near_goal' WHEN near:Theme THEN 'near_theme'
         ELSE 'near_area' END AS kind
  WITH near, ours, note, kind, $weights[kind] / (apart * (COUNT { (ours)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-() }
    + COUNT { (near)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-() })) AS weight
  RETURN collect({hub: near, ours: ours, note: note, kind: kind, size: 0, weight: weight}) AS nears
}
// What lies near counts once for each kind, and of a note and the tree of goals only one: the most that it can add.
WITH initiative, hubs, nears, $limit + COUNT { (initiative)<-[:BETWEEN]-() }
  + COUNT { (initiative)<-[:INITIATES]-()-[:INITIATES]->() } AS enough,
  [kinds IN [['near_goal', 'note'], ['near_theme'], ['near_area']] | reduce(
    most = 0, near IN nears | CASE WHEN near.kind IN kinds AND near.weight > most THEN near.weight ELSE most END)] AS most
WITH initiative, hubs, nears, enough, most[0] + most[1] + most[2] AS slack
// Visit until no initiative that was not met can reach the floor (MaxScore).
WITH initiative, hubs, nears, slack, enough, reduce(
  state = {rest: slack + reduce(total = 0, entry IN hubs | total + entry.weight), met: 0, floor: $floor, visits: 0},
  entry IN hubs | CASE WHEN state.floor > state.rest THEN state ELSE {
    rest: state.rest - entry.weight, met: state.met + entry.size - 1, visits: state.visits + 1,
    floor: CASE WHEN state.floor < 0 AND state.met + entry.size - 1 >= enough THEN entry.weight ELSE state.floor END
  } END) AS cut
CALL (hubs, cut) {
  UNWIND hubs[..cut.visits] AS entry
  WITH entry.hub AS hub, entry.weight AS weight
  CALL (hub) {
    MATCH (hub)-[:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS|NEEDS|OFFERS]-(other)
    RETURN other
    UNION ALL
    MATCH (hub)<-[:UNDER]-(:Contribution)-[:TO]->(other)
    RETURN other
  }
  WITH other, sum(weight) AS partial
  ORDER BY partial DESC
  RETURN collect(other) AS others, collect(partial) AS partials
}
WITH initiative, hubs, nears, enough, cut.rest AS rest, others, partials,
  [entry IN hubs | entry.hub] AS same, [near IN nears | near.hub] AS around,
  CASE WHEN $floor < 0 THEN coalesce(partials[enough], 0) ELSE $floor END AS floor
WITH initiative, hubs, nears, enough, rest, floor, same, around,
  others[..size([partial IN partials WHERE partial + rest >= floor])] AS others
CALL (others, hubs, nears, same, around) {
  CALL (others, same, around) {
    UNWIND others AS other
    MATCH (other)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS|NEEDS|OFFERS]-(hub)
    WHERE (hub IN same OR (link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN AND hub IN around)) AND link.until IS NULL
    RETURN other, hub
    UNION ALL
    UNWIND CASE WHEN any(node IN same WHERE node:SubsidyScheme) THEN others ELSE [] END AS other
    MATCH (other)<-[link:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
    WHERE hub IN same AND link.until IS NULL AND under.until IS NULL
    RETURN other, hub
  }
  WITH other, collect(DISTINCT hub) AS shared
  WITH other, shared,
    reduce(sum = 0, hub IN shared | sum + coalesce([entry IN hubs WHERE entry.hub = hub | entry.weight][0], 0)) AS direct,
    reduce(sum = 0, hub IN shared | sum + CASE WHEN hub IN same THEN 0 ELSE
      reduce(more = 0, near IN nears | more + CASE WHEN near.hub = hub THEN near.weight ELSE 0 END) END) AS more
  ORDER BY direct DESC
  RETURN collect([other, shared, direct, direct + more]) AS found
}
WITH initiative, hubs + nears AS entries, found, rest, CASE
    WHEN $floor < 0 AND size(found) > enough AND found[enough][2] > floor THEN found[enough][2] ELSE floor
  END AS floor
WITH initiative, entries, [each IN found WHERE each[3] >= floor] AS found,
  CASE WHEN rest = 0 OR floor > rest THEN floor ELSE rest + 1 END AS least,
  COLLECT { MATCH (initiative)<-[link:INITIATES]-(who) WHERE link.until IS NULL RETURN who } AS initiators,
  COLLECT { MATCH (initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(met)
    WHERE $sees_bridges AND bridge.state <> 'suggested' RETURN met } AS bridged
CALL (initiative, found, initiators, bridged) {
  UNWIND found AS each
  WITH initiative, initiators, bridged, each[0] AS other, each[1] AS shared
  WHERE other:Initiative AND other <> initiative AND NOT other IN bridged
    AND other.visibility IN $visible AND other.until IS NULL AND other.merged_into IS NULL AND coalesce(other.status, '') <> 'stopped'
    AND NOT EXISTS { (other)<-[link:INITIATES]-(who) WHERE link.until IS NULL AND who IN initiators }
  RETURN collect([other.id, [hub IN shared | coalesce(hub.id, hub.stem)]]) AS contenders,
         reduce(used = [], all IN collect(shared) | used + all) AS used
}
RETURN [entry IN entries WHERE entry.hub IN used
         | [entry.kind, coalesce(entry.hub.id, entry.hub.stem), entry.weight, entry.ours.id, entry.note.id]] AS entries,
       contenders AS contenders, least AS least
