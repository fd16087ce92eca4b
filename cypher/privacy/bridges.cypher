// What a person did with bridges, also what was taken back.
// $ids: list of string — the person, and who was merged into it
// $limit: integer — at most this many
MATCH (bridge:Bridge)-[:TOOK]->(step:BridgeStep)
WHERE step.by_id IN $ids
RETURN COLLECT { MATCH (bridge)-[:BETWEEN]->(side:Record) RETURN side.name ORDER BY side.name } AS between,
       step.what AS what, step.state AS state, step.text AS text, step.at AS at
ORDER BY at, step.id
LIMIT $limit
