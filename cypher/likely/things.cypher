// The partners, goals and themes of initiatives that are much like one, and that it never had itself.
// $id: string — the initiative
// $near: list of string — the initiatives that are like it
// $visible: list of string — the visibilities the reader may see
MATCH (initiative:Initiative {id: $id})
UNWIND $near AS near_id
MATCH (near:Initiative {id: near_id})-[link:PARTNERS_IN|CONTRIBUTES_TO|HAS_THEME]-(thing:Organisation|Goal|Theme)
WHERE link.until IS NULL AND thing.visibility IN $visible AND thing.until IS NULL AND thing.merged_into IS NULL
WITH initiative, thing, collect(DISTINCT near_id) AS near
// A link that was laid and taken back on one day never counted.
WHERE NOT EXISTS { MATCH (initiative)-[had:PARTNERS_IN|INITIATES|CONTRIBUTES_TO|HAS_THEME]-(thing)
    WHERE had.until IS NULL OR had.since IS NULL OR had.until > had.since }
  // What lies above something that it has, it has already.
  AND NOT EXISTS { (initiative)-[:CONTRIBUTES_TO|HAS_THEME]->()-[up:PART_OF|NARROWER_THAN*1..2]->(thing)
    WHERE all(step IN up WHERE step.until IS NULL) }
  AND NOT EXISTS { (:NotThis {key: $id + '|' + thing.id}) }
  AND NOT EXISTS { (initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(thing)
    WHERE bridge.state IN ['refused', 'known_already', 'stopped'] }
RETURN thing.id AS id, thing.name AS name, [label IN labels(thing) WHERE label <> 'Record'][0] AS kind, near AS near
ORDER BY id
