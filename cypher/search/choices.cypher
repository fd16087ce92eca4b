// The choices of the filters: how many of the records that match have each, given the other filters; null when too many match.
// $text: string — Lucene query on stems, made of escaped words only
// $names: string — Lucene query on names of people, made of escaped words only
// $visible: list of string — visibilities the reader may see
// $sees_names: boolean — whether names of people who are not public may be found
// $on: date — the day
// $kind: string or null — a kind of record
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $most: integer — look at no more records than this
UNWIND [{index: 'record_text', words: $text}, {index: 'person_name', words: $names},
        {index: 'person_function', words: $text}] AS look
CALL (look) {
  CALL db.index.fulltext.queryNodes(look.index, look.words) YIELD node AS hit
  WHERE hit.visibility IN $visible AND hit.merged_into IS NULL
    AND ($sees_names OR look.index = 'record_text' OR hit.person_kind = 'alderman'
      OR look.index = 'person_name' AND hit.public_as = 'name'
      OR look.index = 'person_function' AND hit.person_kind IN ['official', 'council_member']
        AND coalesce(hit.public_as, 'function') <> 'team')
  RETURN hit
}
WITH DISTINCT hit
WITH hit, $kind IS NULL OR $kind IN labels(hit) AS kind, $status IS NULL OR coalesce(hit.status = $status, false) AS status,
     $theme IS NULL OR EXISTS {
       MATCH (hit)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(theme:Theme {id: $theme})
       WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS theme,
     $area IS NULL OR EXISTS {
       MATCH (hit)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(area:Area {id: $area})
       WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) } AS area
WHERE size([fits IN [kind, status, theme, area] WHERE NOT fits]) < 2 // what misses two filters, no single choice can leave
WITH hit, kind, status, theme, area LIMIT $most + 1
WITH collect({hit: hit, kind: kind, status: status, theme: theme, area: area}) AS found
CALL (found) {
  RETURN 'all' AS filter, '' AS value, '' AS name, size(found) AS hits
  UNION ALL
  UNWIND [each IN found WHERE each.status AND each.theme AND each.area | each.hit] AS hit
  WITH [label IN labels(hit) WHERE label <> 'Record'][0] AS value, count(*) AS hits
  RETURN 'kind' AS filter, value AS value, value AS name, hits AS hits
  UNION ALL
  UNWIND [each IN found WHERE each.kind AND each.theme AND each.area | each.hit.status] AS value
  WITH value, count(*) AS hits WHERE value IS NOT NULL
  RETURN 'status' AS filter, value AS value, value AS name, hits AS hits
  UNION ALL
  UNWIND [each IN found WHERE each.kind AND each.status AND each.area | each.hit] AS hit
  MATCH (hit)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(hit) AS hits
  MATCH (first)-[up:NARROWER_THAN*0..4]->(theme:Theme) WHERE theme.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND hits AS hit
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT hit) AS hits
  UNION ALL
  UNWIND [each IN found WHERE each.kind AND each.status AND each.theme | each.hit] AS hit
  MATCH (hit)-[place:LOCATED_IN]->(first:Area) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
  WITH first, collect(hit) AS hits
  MATCH (first)-[up:PART_OF*0..4]->(area:Area) WHERE area.visibility IN $visible
    AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  UNWIND hits AS hit
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT hit) AS hits
  UNION ALL // what is chosen stays a choice where nothing is left of it
  MATCH (choice:Theme|Area) WHERE choice.id IN [$theme, $area] AND choice.visibility IN $visible
  RETURN CASE WHEN choice:Theme THEN 'theme' ELSE 'area' END AS filter, choice.id AS value, choice.name AS name, 0 AS hits
}
WITH filter, value, name, max(hits) AS hits, size(found) > $most AS too_many
RETURN filter AS filter, value AS value, name AS name, CASE WHEN NOT too_many THEN hits END AS hits
ORDER BY filter, too_many, hits DESC, toLower(name), value
