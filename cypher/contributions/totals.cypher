// Contributions added up per goal, theme, area, kind or year; those below and inside count as well.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $by: string — goal, theme, area, kind or year
// $kind: string or null — only of this kind
// $stage: string or null — only those asked, given or refused
// $year: integer or null — only of this year
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WHERE ($kind IS NULL OR gift.contribution_kind = $kind)
  AND ($year IS NULL OR coalesce(gift.year, given.granted_on.year, given.refused_on.year, gift.asked_on.year) = $year)
  AND ($stage IS NULL OR $stage = CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
    WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END)
WITH collect(gift) AS gifts
CALL (gifts) {
  UNWIND CASE $by WHEN 'goal' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:CONTRIBUTES_TO]->(:Goal)
    ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (end:Goal)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND CASE $by WHEN 'theme' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:HAS_THEME]->(:Theme)
    ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (end:Theme)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND CASE $by WHEN 'area' THEN gifts ELSE [] END AS gift
  MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:LOCATED_IN]->(:Area)
    ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (end:Area)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) AND end.visibility IN $visible
  RETURN DISTINCT end.id AS value, end.name AS name, gift
  UNION ALL
  UNWIND gifts AS gift
  WITH gift, CASE $by WHEN 'kind' THEN gift.contribution_kind
    WHEN 'year' THEN toString(coalesce(gift.year,
      CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true)
        THEN coalesce(gift.granted_on.year, gift.refused_on.year) END, gift.asked_on.year)) END AS value
  WHERE value IS NOT NULL
  RETURN value, value AS name, gift
}
WITH value, name, gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH value, name, count(gift) AS contributions, coalesce(sum(gift.amount_asked), 0.0) AS asked,
     coalesce(sum(CASE WHEN NOT coalesce(given.refused_on <= $on, false) THEN given.amount_granted END), 0.0) AS granted
RETURN value AS value, name AS name, contributions AS contributions, asked AS asked, granted AS granted
ORDER BY CASE $by WHEN 'year' THEN -toInteger(value) END, contributions DESC, granted DESC, toLower(name), value
