// What several initiatives share, rarest first, with those that have it: what ties the communities of a town together.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $most: integer — a thing that more initiatives have ties nobody together
// $limit: integer — how many things
MATCH (hub:Goal|Theme|Organisation|SubsidyScheme)
WITH hub, COUNT { (hub)-[:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES]-() } AS links
WHERE 2 <= links <= $most AND hub.visibility IN $visible
ORDER BY links, hub.id
LIMIT $limit
CALL (hub) {
  MATCH (hub)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES]-(initiative:Initiative)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND initiative.visibility IN $visible
    AND (initiative.until IS NULL OR initiative.until > $on)
  WITH DISTINCT initiative.id AS id ORDER BY id
  RETURN collect(id) AS members
}
WITH hub, members
WHERE size(members) > 1
RETURN hub.id AS id, hub.name AS name, [label IN labels(hub) WHERE label <> 'Record'][0] AS kind, members AS members
ORDER BY size(members), id
