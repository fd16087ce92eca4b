// The partners, goals and themes of initiatives that are much like one, and that it never had itself.
// $id: string — the initiative
// $near: list of string — the initiatives that are like it
// $visible: list of string — the visibilities the reader may see
MATCH (initiative:Initiative {id: $id})
// Everything it ever had, also as a record that was merged into it. A link laid and taken back on one day never counted.
WITH initiative, [initiative] + COLLECT { MATCH (merged:Record {merged_into: $id}) RETURN merged } AS owns
WITH initiative, COLLECT {
    UNWIND owns AS own
    MATCH (own)-[had:PARTNERS_IN|INITIATES|CONTRIBUTES_TO|HAS_THEME]-(held:Organisation|Goal|Theme)
    WHERE had.until IS NULL OR had.since IS NULL OR had.until > had.since
    RETURN DISTINCT coalesce(held.merged_into, held.id)
  } AS known
UNWIND $near AS near_id
MATCH (near:Initiative {id: near_id})-[link:PARTNERS_IN|CONTRIBUTES_TO|HAS_THEME]-(thing:Organisation|Goal|Theme)
WHERE link.until IS NULL AND thing.visibility IN $visible AND thing.until IS NULL AND thing.merged_into IS NULL
  AND NOT thing.id IN known
WITH initiative, thing, collect(DISTINCT near_id) AS near
// What lies above something that it has, it has already.
WHERE NOT EXISTS { (initiative)-[:CONTRIBUTES_TO|HAS_THEME]->()-[up:PART_OF|NARROWER_THAN*1..2]->(thing)
    WHERE all(step IN up WHERE step.until IS NULL) }
  AND NOT EXISTS { (:NotThis {key: $id + '|' + thing.id}) }
  AND NOT EXISTS { (initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(thing)
    WHERE bridge.state IN ['refused', 'known_already', 'stopped'] }
RETURN thing.id AS id, thing.name AS name, [label IN labels(thing) WHERE label <> 'Record'][0] AS kind, near AS near
ORDER BY id
