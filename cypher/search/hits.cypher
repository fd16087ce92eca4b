// Records and people whose words match, best first, with what the filters count.
// $text: string — Lucene query on stems, made of escaped words only
// $names: string — Lucene query on names of people, made of escaped words only
// $visible: list of string — visibilities the reader may see
// $sees_names: boolean — whether names of people who are not public may be found
// $limit: integer — at most this many hits
CALL () {
  CALL db.index.fulltext.queryNodes('record_text', $text, {limit: $limit}) YIELD node, score
  RETURN node AS hit, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('person_name', $names, {limit: $limit}) YIELD node, score
  WHERE $sees_names OR node.person_kind = 'alderman' OR node.public_as = 'name'
  RETURN node AS hit, score
  UNION ALL
  CALL db.index.fulltext.queryNodes('person_function', $text, {limit: $limit}) YIELD node, score
  WHERE $sees_names OR node.person_kind = 'alderman'
    OR node.person_kind IN ['official', 'council_member'] AND coalesce(node.public_as, 'function') <> 'team'
  RETURN node AS hit, score
}
WITH hit, max(score) AS score
WHERE hit.visibility IN $visible AND hit.merged_into IS NULL
WITH hit, score
ORDER BY score DESC, hit.id
LIMIT $limit
RETURN hit.id AS id, [label IN labels(hit) WHERE label <> 'Record'][0] AS kind,
       CASE WHEN hit:Person AND NOT $sees_names AND hit.person_kind <> 'alderman'
              AND coalesce(hit.public_as, 'function') <> 'name'
            THEN hit.function ELSE hit.name END AS name,
       coalesce(hit.summary, hit.function, left(hit.description, 160)) AS line,
       hit.status AS status, hit.until IS NOT NULL AS ended, score AS score,
       COLLECT {
         MATCH (hit)-[about:HAS_THEME]->(theme:Theme)
         WHERE about.until IS NULL AND theme.visibility IN $visible
         RETURN {id: theme.id, name: theme.name} ORDER BY theme.name
       } AS themes,
       COLLECT {
         MATCH (hit)-[place:LOCATED_IN]->(area:Area)
         WHERE place.until IS NULL AND area.visibility IN $visible
         RETURN {id: area.id, name: area.name} ORDER BY area.name
       } AS areas
ORDER BY score DESC, id
