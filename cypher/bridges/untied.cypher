// Those of some initiatives and organisations of which no tie to one on the other side is known, now or earlier.
// $id: string — the one
// $others: list of string — the others
MATCH (one:Initiative|Organisation {id: $id})
UNWIND $others AS id
MATCH (other:Initiative|Organisation {id: id})
WHERE NOT EXISTS { (one)-[:PARTNERS_IN|INITIATES]-(other) }
  AND NOT EXISTS { (one)-[:GIVES|TO]-(:Contribution)-[:GIVES|TO]-(other) }
  AND NOT EXISTS { (one)-[:WORKS_FOR|INITIATES|CONTACT_FOR]-(:Person)-[:WORKS_FOR|INITIATES|CONTACT_FOR]-(other) }
  AND NOT EXISTS { (one)-[:HANDLED_BY|PART_OF]-(:Department)-[:HANDLED_BY|PART_OF]-(other) }
  AND NOT EXISTS { (one)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other) WHERE bridge.state <> 'suggested' }
RETURN other.id AS id
ORDER BY id
