// How many initiatives a selection has.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $theme: string or null — a theme, with the narrower ones
// $area: string or null — an area, with those inside it
// $status: string or null — a status
// $without_contact: boolean — only those without a contact person
// $most: integer — count no further than this
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  AND ($status IS NULL OR initiative.status = $status)
  AND ($theme IS NULL OR EXISTS {
    MATCH (initiative)-[tag:HAS_THEME]->(:Theme)-[:NARROWER_THAN*0..4]->(:Theme {id: $theme}) WHERE tag.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (initiative)-[place:LOCATED_IN]->(:Area)-[:PART_OF*0..4]->(:Area {id: $area}) WHERE place.until IS NULL })
  AND (NOT $without_contact OR NOT EXISTS {
    MATCH (initiative)<-[contact:CONTACT_FOR]-(:Person) WHERE contact.until IS NULL })
WITH initiative LIMIT $most
RETURN count(initiative) AS total
