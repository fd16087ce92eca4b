// Take the own words off the links of a person: roles, expertise, and how a consent was known.
// $id: string — the person
MATCH (:Person {id: $id})-[link]-(:Record)
SET link.role = null, link.expertise = null, link.source = null, link.text = null
