// What a person did with bridges, also what was taken back.
// $id: string — the person
// $limit: integer — at most this many
MATCH (bridge:Bridge)-[:TOOK]->(step:BridgeStep {by_id: $id})
RETURN COLLECT { MATCH (bridge)-[:BETWEEN]->(side:Record) RETURN side.name ORDER BY side.name } AS between,
       step.what AS what, step.state AS state, step.text AS text, step.at AS at
ORDER BY at, step.id
LIMIT $limit
