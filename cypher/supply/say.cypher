// Make the stems that needs and offers say exactly these.
// $records: list of map — id and words: stem, text, and whether it stands in the name, in order of stem
UNWIND $records AS each
MATCH (record:Need|Offer {id: each.id})
CALL (record) {
  MATCH (record)-[old:SAYS]->(:Stem)
  DELETE old
}
UNWIND each.words AS word
MERGE (stem:Stem {stem: word.stem})
  ON CREATE SET stem.text = word.text
CREATE (record)-[:SAYS {named: word.named}]->(stem)
