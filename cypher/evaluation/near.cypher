// Goals, themes and areas that lie one or two steps from one that an initiative has.
// $visible: list of string — the visibilities the reader may see
MATCH (ours:Goal|Theme|Area)
WHERE ours.visibility IN $visible AND EXISTS { (ours)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-(:Initiative) }
MATCH path = (ours)-[:PART_OF|NARROWER_THAN|BORDERS*1..2]-(near)
WHERE near <> ours
  AND all(step IN relationships(path) WHERE step.until IS NULL AND (type(step) <> 'BORDERS' OR length(path) = 1))
  AND all(node IN nodes(path) WHERE node.visibility IN $visible)
RETURN ours.id AS ours, near.id AS near, min(length(path)) AS steps
ORDER BY ours, near
