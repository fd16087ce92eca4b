// The themes and areas of the parties of rings, with the broader themes and the areas around them.
// $ids: list of string — the parties
// $visible: list of string — visibilities the reader may see
// $on: date — the day
UNWIND $ids AS party_id
MATCH (party:Record {id: party_id})
RETURN party.id AS id,
       COLLECT { MATCH (party)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (theme:Theme)
         WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         WITH DISTINCT theme ORDER BY toLower(theme.name), theme.id
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} } AS themes,
       COLLECT { MATCH (party)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (area:Area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         WITH DISTINCT area ORDER BY toLower(area.name), area.id
         RETURN {kind: 'Area', id: area.id, name: area.name} } AS areas
ORDER BY id
