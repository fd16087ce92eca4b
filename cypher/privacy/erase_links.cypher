// Take the own words off the links of erased records: roles, expertise, and how a consent was known.
// $ids: list of string — the person, and who was merged into it
UNWIND $ids AS id
MATCH (:Person {id: id})-[link]-(:Record)
SET link.role = null, link.expertise = null, link.source = null, link.text = null
