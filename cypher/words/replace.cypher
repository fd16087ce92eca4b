// Make the words an initiative mentions exactly these.
// $initiative_id: string — the initiative
// $words: list of map — stem and text, in order of stem
MATCH (initiative:Initiative {id: $initiative_id})
CALL (initiative) {
  MATCH (initiative)-[old:MENTIONS]->(word:Word)
  WHERE NOT word.stem IN [each IN $words | each.stem]
  DELETE old
}
UNWIND $words AS each
MERGE (word:Word {stem: each.stem})
  ON CREATE SET word.text = each.text
MERGE (initiative)-[:MENTIONS]->(word)
