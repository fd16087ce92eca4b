// Goals, themes and areas that lie one or two steps from one that an initiative has, and goals from the same policy note.
// $visible: list of string — the visibilities the reader may see
MATCH (ours:Goal|Theme|Area)
WHERE ours.visibility IN $visible AND EXISTS { (ours)<-[:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN]-(:Initiative) }
MATCH path = (ours)-[:PART_OF|NARROWER_THAN|BORDERS|DERIVED_FROM*1..2]-(near:Goal|Theme|Area)
WHERE near <> ours
  AND all(step IN relationships(path) WHERE step.until IS NULL AND (type(step) <> 'BORDERS' OR length(path) = 1))
  AND all(node IN nodes(path) WHERE node.visibility IN $visible)
WITH ours, near, length(path) AS steps, nodes(path)[1] AS via
WITH ours, near, CASE
    WHEN via:PolicyNote THEN ['note', COUNT { (via)<-[:DERIVED_FROM]-() }]
    ELSE [CASE WHEN near:Goal THEN 'near_goal' WHEN near:Theme THEN 'near_theme' ELSE 'near_area' END, 2 * steps]
  END AS way, CASE WHEN via:PolicyNote THEN via.id END AS note
ORDER BY way[1], note
WITH ours, near, way[0] AS kind, head(collect([way[1], note])) AS least
RETURN ours.id AS ours, near.id AS near, kind AS kind, least[0] AS apart, least[1] AS note
ORDER BY ours, near, kind
