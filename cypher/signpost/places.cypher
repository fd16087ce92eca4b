// The areas a question names, with the areas around them that somebody may answer for.
// $visible: list of string — visibilities the reader may see
// $text: string — the question in lower case, words parted and surrounded by one space
MATCH (area:Area)
WHERE area.visibility IN $visible AND area.until IS NULL AND area.merged_into IS NULL
  AND area.level IN ['neighbourhood', 'district', 'unknown'] AND $text CONTAINS ' ' + toLower(area.name) + ' '
RETURN {kind: 'Area', id: area.id, name: area.name} AS area,
       COLLECT { MATCH path = (area)-[:PART_OF*0..3]->(above:Area)
         WHERE all(step IN relationships(path) WHERE step.until IS NULL)
         RETURN above.id ORDER BY length(path) } AS ids
ORDER BY size(area.name) DESC, area.name, area.id
LIMIT 5
