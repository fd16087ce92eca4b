// Records and people whose words match and that fit the filters, best first.
// $text: string — Lucene query on stems, made of escaped words only
// $names: string — Lucene query on names of people, made of escaped words only
// $visible: list of string — visibilities the reader may see
// $sees_names: boolean — whether names of people who are not public may be found
// $on: date — the day
// $kind: string or null — a kind of record
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $limit: integer — at most this many hits
UNWIND [{index: 'record_text', words: $text}, {index: 'person_name', words: $names},
        {index: 'person_function', words: $text}] AS look
CALL (look) {
  // The index gives the best first and is read no further than the limit, which counts only what may be shown.
  CALL db.index.fulltext.queryNodes(look.index, look.words) YIELD node AS hit, score
  WHERE hit.visibility IN $visible AND hit.merged_into IS NULL
    AND ($sees_names OR look.index = 'record_text' OR hit.person_kind = 'alderman'
      OR look.index = 'person_name' AND hit.public_as = 'name'
      OR look.index = 'person_function' AND hit.person_kind IN ['official', 'council_member']
        AND coalesce(hit.public_as, 'function') <> 'team')
    AND ($kind IS NULL OR $kind IN labels(hit))
    AND ($status IS NULL OR hit.status = $status)
    AND ($theme IS NULL OR EXISTS {
      MATCH (hit)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(theme:Theme {id: $theme})
        WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
          AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
    AND ($area IS NULL OR EXISTS {
      MATCH (hit)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(area:Area {id: $area})
        WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
          AND all(step IN up WHERE NOT coalesce(step.since > $on OR step.until <= $on, false)) })
  RETURN hit, score
  LIMIT $limit
}
WITH hit, max(score) AS score
ORDER BY score DESC, hit.id
LIMIT $limit
RETURN hit.id AS id, [label IN labels(hit) WHERE label <> 'Record'][0] AS kind,
       CASE WHEN hit:Person AND NOT $sees_names AND hit.person_kind <> 'alderman'
              AND coalesce(hit.public_as, 'function') <> 'name'
            THEN hit.function ELSE hit.name END AS name,
       coalesce(hit.summary, hit.function, left(hit.description, 160)) AS line,
       hit.until IS NOT NULL AS ended, score AS score
ORDER BY score DESC, id
