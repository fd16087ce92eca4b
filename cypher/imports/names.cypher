// The names, external ids and codes of all records of some kinds, without those one profile made and finds by key.
// $kinds: list of string — kinds from graph.model
// $except: string — the beginning of source keys to leave out; empty leaves out none
MATCH (record:Record)
WHERE record.visibility <> 'removed' AND any(label IN labels(record) WHERE label IN $kinds)
  AND ($except = '' OR record.source_key IS NULL OR record.external_id IS NOT NULL
       OR NOT record.source_key STARTS WITH $except)
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       coalesce(record.external_id, record.code) AS external_id,
       CASE WHEN record:Criterion THEN head([(record)-[:PART_OF]->(around) | around.id]) END AS part_of
ORDER BY id
