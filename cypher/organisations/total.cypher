// How many organisations a selection has.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $kind: string or null — a kind of party
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $most: integer — count no further than this
MATCH (organisation:Organisation)
WHERE organisation.visibility IN $visible AND (organisation.until IS NULL OR organisation.until > $on)
  AND ($kind IS NULL OR organisation.organisation_kind = $kind)
  AND ($theme IS NULL OR EXISTS {
    MATCH (organisation)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme})
    WHERE tag.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (organisation)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL })
WITH organisation LIMIT $most
RETURN count(organisation) AS total
