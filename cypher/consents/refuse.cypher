// A person says no: a link that ends as it begins, in the place of a no for the same purpose written down the same day.
// $person_id: string — the person
// $area_id: string — the municipality
// $purpose: string — invitation, introduction or news
// $on: date — the day on which it is written down
// $properties: map — purpose, source, review_on, refused_on, since, until
MATCH (person:Person {id: $person_id})
MATCH (area:Area {id: $area_id})
CALL (person) {
  MATCH (person)-[earlier:MAY_BE_CONTACTED {purpose: $purpose, since: $on, until: $on}]->(:Area)
  WHERE earlier.refused_on IS NOT NULL
  DELETE earlier
}
CREATE (person)-[no:MAY_BE_CONTACTED]->(area)
SET no = $properties
