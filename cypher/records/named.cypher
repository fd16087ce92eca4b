// Records of one kind by their ids, for a form that shows what was chosen.
// $kind: string — label from the closed set of graph.model
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
MATCH (record:Record)
WHERE record.id IN $ids AND $kind IN labels(record) AND record.visibility IN $visible
RETURN record.id AS id, record.name AS name, coalesce(record.function, record.code) AS about
ORDER BY name, id
