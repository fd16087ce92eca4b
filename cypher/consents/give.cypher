// The municipality may contact a person.
// $person_id: string — the person
// $area_id: string — the municipality
// $properties: map — purpose, channel, basis, source, given_on, review_on, since
MATCH (person:Person {id: $person_id})
MATCH (area:Area {id: $area_id})
CREATE (person)-[may:MAY_BE_CONTACTED]->(area)
SET may = $properties
