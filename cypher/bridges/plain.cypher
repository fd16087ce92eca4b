// The best bridges of one initiative without any shortcut; the yardstick that the fast search is tested against.
// $id: string — the initiative
// $visible: list of string — the visibilities the reader may see
// $limit: integer — how many
// $today: date — today
// $weights: map — the weight of each kind of evidence, as integers
// $sees_bridges: boolean — whether the reader may see bridges; to others it makes no difference what became of one
MATCH (initiative:Initiative {id: $id}) WHERE initiative.visibility IN $visible
CALL (initiative) {
  MATCH (initiative)-[ours:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(hub)
        -[theirs:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR|MENTIONS]-(other:Initiative)
  WHERE ours.until IS NULL AND theirs.until IS NULL AND (hub.visibility IN $visible OR hub:Word)
    AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
  WITH DISTINCT other, hub
  WITH other, hub, CASE
      WHEN hub:Organisation THEN ['partner', COUNT { (hub)-[:PARTNERS_IN]->() } + COUNT { (hub)-[:INITIATES]->() }]
      WHEN hub:Goal THEN ['goal', COUNT { (hub)<-[:CONTRIBUTES_TO]-() }]
      WHEN hub:Theme THEN ['theme', COUNT { (hub)<-[:HAS_THEME]-() }]
      WHEN hub:Word THEN ['word', COUNT { (hub)<-[:MENTIONS]-() }]
      WHEN hub:Area THEN ['area', COUNT { (hub)<-[:LOCATED_IN]-() }]
      WHEN hub:Department THEN ['department', COUNT { (hub)<-[:HANDLED_BY]-() }]
      WHEN hub:Decision THEN ['decision', COUNT { (hub)<-[:WAITS_FOR]-() }]
      ELSE ['person', COUNT { (hub)-[:CONTACT_FOR]->() } + COUNT { (hub)-[:INITIATES]->() }]
    END AS measure
  RETURN other, measure[0] AS kind, $weights[measure[0]] / measure[1] AS weight
  UNION ALL
  MATCH (initiative)<-[ours:TO]-(:Contribution)-[under:UNDER]->(hub:SubsidyScheme)
  WHERE ours.until IS NULL AND under.until IS NULL AND hub.visibility IN $visible
  WITH DISTINCT hub MATCH (hub)<-[under:UNDER]-(:Contribution)-[theirs:TO]->(other:Initiative)
  WHERE theirs.until IS NULL AND under.until IS NULL
  WITH DISTINCT other, hub
  RETURN other, 'scheme' AS kind, $weights.scheme / COUNT { (hub)<-[:UNDER]-() } AS weight
  UNION ALL
  MATCH (initiative)-[link:NEEDS|OFFERS]->(mine:Need|Offer)-[:FITS]-(hub:Need|Offer)<-[theirs:NEEDS|OFFERS]-(other:Initiative)
  WHERE link.until IS NULL AND theirs.until IS NULL
    AND all(each IN [mine, hub] WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $today)
      AND (each.wanted_until IS NULL OR each.wanted_until >= $today))
  WITH DISTINCT other, mine, hub, CASE WHEN hub:Offer THEN 'offered' ELSE 'sought' END AS kind
  RETURN other, kind, $weights[kind] / (COUNT { (mine)-[:FITS]-() } + COUNT { (hub)-[:FITS]-() }) AS weight
  UNION ALL
  MATCH (initiative)-[ours:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]->(hub)
  WHERE ours.until IS NULL AND hub.visibility IN $visible
  MATCH path = (hub)-[:PART_OF|NARROWER_THAN|BORDERS|DERIVED_FROM*1..2]-(near:Goal|Theme|Area)
  WHERE near <> hub
    AND all(step IN relationships(path) WHERE step.until IS NULL AND (type(step) <> 'BORDERS' OR length(path) = 1))
    AND all(node IN nodes(path) WHERE node.visibility IN $visible)
  WITH hub, near, length(path) AS steps, nodes(path)[1] AS via
  WITH hub, near, CASE
      WHEN via:PolicyNote THEN ['note', COUNT { (via)<-[:DERIVED_FROM]-() }]
      ELSE [CASE WHEN near:Goal THEN 'near_goal' WHEN near:Theme THEN 'near_theme' ELSE 'near_area' END, 2 * steps]
    END AS way
  MATCH (near)<-[theirs:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-(other:Initiative) WHERE theirs.until IS NULL
  WITH other, way[0] AS kind, $weights[way[0]] / (way[1] * (COUNT { (hub)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-() }
    + COUNT { (near)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-() })) AS weight
  RETURN other, kind, max(weight) AS weight
}
WITH initiative, other, collect([kind, weight]) AS shared
WHERE other <> initiative AND all(each IN [initiative, other] WHERE each.visibility IN $visible AND each.until IS NULL AND each.merged_into IS NULL AND coalesce(each.status, '') <> 'stopped')
  AND NOT EXISTS { (other)<-[theirs:INITIATES]-()-[ours:INITIATES]->(initiative) WHERE ours.until IS NULL AND theirs.until IS NULL }
  AND (NOT $sees_bridges OR NOT EXISTS { (initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other) WHERE bridge.state <> 'suggested' })
WITH other, shared, [each IN shared | each[0]] AS kinds
WITH other, reduce(total = 0, each IN shared | total + CASE
    WHEN each[0] STARTS WITH 'near_' AND substring(each[0], 5) IN kinds THEN 0
    WHEN each[0] = 'note' AND any(kind IN ['goal', 'near_goal'] WHERE kind IN kinds) THEN 0 ELSE each[1] END) AS score
WHERE score > 0
RETURN other.id AS id, score AS score ORDER BY score DESC, id LIMIT $limit
