// What a list of bridges shows: the initiatives, and the shared things with how many initiatives are known to have them.
// $others: list of string — ids of initiatives
// $things: list of string — ids of shared records, or stems of shared words
// $counted: list of string — those of the things whose initiatives are counted
// $most: integer — stop counting there
// $visible: list of string — the visibilities the reader may see
RETURN COLLECT {
  UNWIND $others AS id
  MATCH (other:Initiative {id: id})
  OPTIONAL MATCH (other)-[link:LOCATED_IN]->(area:Area)
  WHERE link.until IS NULL AND area.visibility IN $visible
  WITH other, area ORDER BY area.name
  WITH other, head(collect(area)) AS area
  RETURN {id: other.id, name: other.name, summary: other.summary, external_id: other.external_id,
          area_id: area.id, area: area.name}
} AS others,
COLLECT {
  UNWIND $things AS id
  CALL (id) {
    MATCH (thing:Record {id: id})
    RETURN thing
    UNION ALL
    MATCH (thing:Word {stem: id})
    RETURN thing
  }
  RETURN {id: id, name: coalesce(thing.name, thing.text), function: thing.function,
    known: CASE WHEN id IN $counted THEN COUNT {
      MATCH (thing)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|HANDLED_BY|CONTACT_FOR|MENTIONS]-(one:Initiative)
      WHERE link.until IS NULL AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
      RETURN DISTINCT one LIMIT $most
      UNION
      MATCH (thing)<-[under:UNDER]-(:Contribution)-[link:TO]->(one:Initiative)
      WHERE link.until IS NULL AND under.until IS NULL
        AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
      RETURN DISTINCT one LIMIT $most
    } END}
} AS things
