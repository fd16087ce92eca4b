// For each shared goal: the policy note it stands in, the alderman who answers for it and the official to ask.
// $goals: list of string — the goals
// $visible: list of string — the visibilities the reader may see
UNWIND $goals AS goal_id
MATCH (goal:Goal {id: goal_id})
WHERE goal.visibility IN $visible
OPTIONAL MATCH (goal)-[:PART_OF*0..2]->(above:Goal)-[derived:DERIVED_FROM]->(note:PolicyNote)
  WHERE derived.until IS NULL AND note.visibility IN $visible
WITH goal, head(collect({id: note.id, name: note.name, page: derived.page})) AS note
OPTIONAL MATCH (goal)-[:PART_OF*0..2]->(above:Goal)<-[holds:PORTFOLIO_HOLDER_OF]-(alderman:Person)
  WHERE holds.until IS NULL AND alderman.visibility IN $visible
WITH goal, note, head(collect({id: alderman.id, name: alderman.name, function: alderman.function})) AS alderman
OPTIONAL MATCH (goal)-[:PART_OF*0..2]->(above:Goal)<-[holds:ACCOUNT_HOLDER_OF]-(official:Person)
  WHERE holds.until IS NULL AND official.visibility IN $visible
WITH goal, note, alderman,
     head(collect({id: official.id, name: official.name, function: official.function})) AS official
RETURN goal.id AS goal_id, goal.name AS goal,
       note.id AS note_id, note.name AS note, note.page AS page,
       alderman.id AS alderman_id, alderman.name AS alderman,
       official.id AS official_id, official.name AS official, official.function AS function
ORDER BY goal
