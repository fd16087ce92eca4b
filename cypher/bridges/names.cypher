// What a list of bridges shows: the initiatives and organisations, and the shared things with how many initiatives are known to have them.
// $others: list of string — ids of initiatives and organisations
// $things: list of string — ids of shared records
// $words: list of string — stems of shared words
// $counted: list of string — those of the things whose initiatives are counted
// $most: integer — stop counting there
// $visible: list of string — the visibilities the reader may see
RETURN COLLECT {
  UNWIND $others AS id
  MATCH (other:Initiative|Organisation {id: id})
  RETURN [other.id, other.name, coalesce(other.summary, other.description), other.external_id,
    head(COLLECT {
      MATCH (other)-[link:LOCATED_IN]->(area:Area)
      WHERE link.until IS NULL AND area.visibility IN $visible
      RETURN area ORDER BY area.name
    }).name, [label IN labels(other) WHERE label <> 'Record'][0]]
} AS others,
COLLECT {
  UNWIND $things AS id
  MATCH (thing:Record {id: id})
  RETURN [id, thing.name, thing.function, CASE
    WHEN NOT id IN $counted OR thing:Need OR thing:Offer THEN null
    WHEN thing:SubsidyScheme THEN COUNT {
      MATCH (thing)<-[under:UNDER]-(:Contribution)-[link:TO]->(one:Initiative)
      WHERE link.until IS NULL AND under.until IS NULL
        AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
      RETURN DISTINCT one LIMIT $most
    }
    ELSE COUNT {
      MATCH (thing)-[link:CONTRIBUTES_TO|HAS_THEME|PARTNERS_IN|INITIATES|LOCATED_IN|WAITS_FOR|HANDLED_BY|CONTACT_FOR]-(one:Initiative)
      WHERE link.until IS NULL AND one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
      RETURN DISTINCT one LIMIT $most
    } END]
} AS things,
COLLECT {
  UNWIND $words AS stem
  MATCH (word:Word {stem: stem})
  RETURN [stem, word.text, null, CASE WHEN stem IN $counted THEN COUNT {
    MATCH (word)<-[:MENTIONS]-(one:Initiative)
    WHERE one.visibility IN $visible AND one.until IS NULL AND one.merged_into IS NULL
    RETURN one LIMIT $most
  } END]
} AS words
