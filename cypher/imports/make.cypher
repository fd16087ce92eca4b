// Make records of one kind, all of them new.
// $label: string — the kind, from the closed set of graph.model
// $records: list of map — the properties, id and source_key among them
UNWIND $records AS properties
CREATE (record:Record:$($label))
SET record = properties
RETURN elementId(record) AS place
