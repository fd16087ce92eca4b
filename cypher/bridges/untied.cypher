// Those of some initiatives and organisations of which no tie to one on the other side is known, now or earlier.
// $id: string — the one
// $others: list of string — the others
MATCH (one:Initiative|Organisation {id: $id})
UNWIND $others AS id
MATCH (other:Initiative|Organisation {id: id})
// A link that was laid and taken back on one day never counted.
WHERE NOT EXISTS { (one)-[tie:PARTNERS_IN|INITIATES]-(other) WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since }
  AND NOT EXISTS { (one)-[:GIVES|TO]-(:Contribution)-[:GIVES|TO]-(other) }
  AND NOT EXISTS { (one)-[ours:WORKS_FOR|INITIATES|CONTACT_FOR]-(:Person)-[theirs:WORKS_FOR|INITIATES|CONTACT_FOR]-(other)
    WHERE all(tie IN [ours, theirs] WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since) }
  AND NOT EXISTS { (one)-[ours:HANDLED_BY|PART_OF]-(:Department)-[theirs:HANDLED_BY|PART_OF]-(other)
    WHERE all(tie IN [ours, theirs] WHERE tie.until IS NULL OR tie.since IS NULL OR tie.until > tie.since) }
  AND NOT EXISTS { (one)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(other) WHERE bridge.state <> 'suggested' }
RETURN other.id AS id
ORDER BY id
