// What one initiative shares with each of some others, in contact or not, without a search.
// $id: string — the initiative
// $others: list of string — the other initiatives
// $visible: list of string — the visibilities the reader may see
// $today: date — today
// $weights: map — the weight of each kind of evidence, as integers
MATCH (initiative:Initiative {id: $id})
WHERE initiative.visibility IN $visible
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
WITH hubs + nears AS entries
WITH entries, [entry IN entries | entry.hub] AS nodes
CALL (nodes) {
  UNWIND $others AS id
  MATCH (other:Initiative {id: id})
  WHERE other.visibility IN $visible
  CALL (other, nodes) {
    MATCH (other)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS|NEEDS|OFFERS]-(hub)
    WHERE hub IN nodes AND link.until IS NULL
    RETURN hub
    UNION ALL
    MATCH (other)<-[link:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
    WHERE hub IN nodes AND link.until IS NULL AND under.until IS NULL
    RETURN hub
  }
  WITH other, collect(DISTINCT coalesce(hub.id, hub.stem)) AS shared
  RETURN collect([other.id, shared]) AS contenders
}
RETURN [entry IN entries | [entry.kind, coalesce(entry.hub.id, entry.hub.stem), entry.weight, entry.ours.id, entry.note.id]] AS entries,
       contenders AS contenders, 0 AS least
