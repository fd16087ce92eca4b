// Contributions added up per goal, theme, area, kind or year; those below and inside count as well.
// $visible: list of string — visibilities the reader may see
// $by: string — goal, theme, area, kind or year
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[:TO]->(end) WHERE NOT end.visibility IN $visible }
WITH collect(gift) AS gifts
CALL (gifts) {
  UNWIND CASE $by WHEN 'goal' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[:TO]->(:Initiative)-[link:CONTRIBUTES_TO]->(:Goal)
    ((:Goal)-[up:PART_OF WHERE up.until IS NULL]->(:Goal)){0,4} (end:Goal)
  WHERE link.until IS NULL AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND CASE $by WHEN 'theme' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[:TO]->(:Initiative)-[link:HAS_THEME]->(:Theme)
    ((:Theme)-[up:NARROWER_THAN WHERE up.until IS NULL]->(:Theme)){0,4} (end:Theme)
  WHERE link.until IS NULL AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND CASE $by WHEN 'area' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[:TO]->(:Initiative)-[link:LOCATED_IN]->(:Area)
    ((:Area)-[up:PART_OF WHERE up.until IS NULL]->(:Area)){0,4} (end:Area)
  WHERE link.until IS NULL AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND gifts AS gift
  WITH gift, CASE $by WHEN 'kind' THEN gift.contribution_kind
    WHEN 'year' THEN toString(coalesce(gift.year, gift.granted_on.year, gift.asked_on.year)) END AS value
  WHERE value IS NOT NULL
  RETURN value, value AS name, gift
}
WITH value, name, count(gift) AS contributions, coalesce(sum(gift.amount_asked), 0.0) AS asked,
     coalesce(sum(gift.amount_granted), 0.0) AS granted
RETURN value AS value, name AS name, contributions AS contributions, asked AS asked, granted AS granted
ORDER BY CASE $by WHEN 'year' THEN -toInteger(value) END, contributions DESC, granted DESC, toLower(name), value
