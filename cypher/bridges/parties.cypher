// What initiatives and organisations on the other side share with some, or what an initiative of the organisation shares.
// Only an interest has days that are planned; of other links one property tells whether they hold, which is quicker.
// $ids: list of string — initiatives or organisations to begin with
// $only: map or null — per id the only others; null is everybody on the other side
// $common: integer — what has more links than this tells nothing about who should meet
// $rare: integer — and this is the most where only an initiative of the organisation has it
// $on: date — today
// $visible: list of string — the visibilities the reader may see
// $weights: map — the weight of each kind of evidence, as integers
UNWIND $ids AS id
MATCH (one:Initiative|Organisation {id: id})
WHERE one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
  AND coalesce(one.status, '') <> 'stopped'
CALL (one) {
  MATCH (one)-[link:CONTRIBUTES_TO|HAS_INTEREST_IN|HAS_THEME|LOCATED_IN]->(hub:Goal|Theme|Area)
  WHERE hub.visibility IN $visible
    AND CASE WHEN link:HAS_INTEREST_IN THEN NOT coalesce(link.since > $on OR link.until <= $on, false)
      ELSE link.until IS NULL END
  RETURN hub, null AS ours, null AS through, 1 AS share
  UNION
  MATCH (one)-[link:CONTRIBUTES_TO|HAS_INTEREST_IN|HAS_THEME|LOCATED_IN]->(ours:Goal|Theme|Area)-[up:PART_OF|NARROWER_THAN]-(hub)
  WHERE up.until IS NULL AND ours.visibility IN $visible AND hub.visibility IN $visible
    AND CASE WHEN link:HAS_INTEREST_IN THEN NOT coalesce(link.since > $on OR link.until <= $on, false)
      ELSE link.until IS NULL END
  RETURN hub, ours, null AS through, 2 AS share
  UNION
  MATCH (one:Initiative)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|PARTNERS_IN|INITIATES]-(hub:Goal|Theme|Area|Organisation)
  WHERE link.until IS NULL AND hub.visibility IN $visible
  RETURN hub, null AS ours, one AS through, 2 AS share
  UNION
  MATCH (one:Organisation)-[works:PARTNERS_IN|INITIATES]->(through:Initiative)
        -[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|PARTNERS_IN|INITIATES]-(hub:Goal|Theme|Area|Organisation)
  WHERE COUNT { (one)-[:PARTNERS_IN]->() } + COUNT { (one)-[:INITIATES]->() } <= $common AND hub <> one
    AND works.until IS NULL AND link.until IS NULL AND hub.visibility IN $visible
    AND through.visibility IN $visible AND through.until IS NULL AND through.merged_into IS NULL
  RETURN hub, null AS ours, through, 2 AS share
}
WITH one, hub, ours, through, share, CASE WHEN hub:Goal THEN 'goal' WHEN hub:Theme THEN 'theme' WHEN hub:Area THEN 'area'
  ELSE 'partner' END AS kind, reduce(links = 0, each IN [hub, coalesce(ours, one)] | links + CASE
    WHEN each:Goal THEN COUNT { (each)<-[:CONTRIBUTES_TO]-() } + COUNT { (each)<-[:HAS_INTEREST_IN]-() }
    WHEN each:Theme THEN COUNT { (each)<-[:HAS_THEME]-() } WHEN each:Area THEN COUNT { (each)<-[:LOCATED_IN]-() }
    WHEN each = hub THEN COUNT { (each)-[:PARTNERS_IN]->() } + COUNT { (each)-[:INITIATES]->() } ELSE 0 END) AS links
WHERE 0 < links <= CASE WHEN through IS NULL THEN $common ELSE $rare END
CALL (one, hub, through) {
  WITH one, hub, through WHERE through IS NULL OR through <> one
  MATCH (hub)-[theirs:CONTRIBUTES_TO|HAS_INTEREST_IN|HAS_THEME|LOCATED_IN|PARTNERS_IN|INITIATES]-(other:Initiative|Organisation)
  WHERE (NOT hub:Organisation OR theirs:PARTNERS_IN|INITIATES)
    AND CASE WHEN theirs:HAS_INTEREST_IN THEN NOT coalesce(theirs.since > $on OR theirs.until <= $on, false)
      ELSE theirs.until IS NULL END
  RETURN other, through AS via
  UNION
  WITH one, hub, through WHERE through = one
  MATCH (hub)-[theirs:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|PARTNERS_IN|INITIATES]-(via:Initiative)<-[works:PARTNERS_IN|INITIATES]-(other)
  WHERE theirs.until IS NULL AND works.until IS NULL AND via.visibility IN $visible AND via.until IS NULL
    AND via.merged_into IS NULL AND via <> one AND other:Organisation AND other <> hub
    AND COUNT { (other)-[:PARTNERS_IN]->() } + COUNT { (other)-[:INITIATES]->() } <= $common
  RETURN other, via
}
WITH one, other, CASE WHEN ours IS NULL THEN kind ELSE 'near_' + kind END AS kind, hub, ours, via, share * links AS parts
WHERE one:Initiative <> other:Initiative AND (via IS NULL OR via <> other) AND ($only IS NULL OR other.id IN $only[one.id])
  AND other.visibility IN $visible AND other.until IS NULL AND other.merged_into IS NULL
  AND coalesce(other.status, '') <> 'stopped'
// What the organisation has itself counts, and else the first of its initiatives that has it.
WITH one, other, kind, hub, ours, via, $weights[kind] / parts AS weight ORDER BY weight DESC, via.id
WITH one, other, kind, hub, ours, head(collect([kind, hub.id, weight, ours.id, via.id])) AS entry
RETURN one.id AS first, one:Organisation AS from_organisation, other.id AS other, collect(entry) AS entries
ORDER BY first, other
