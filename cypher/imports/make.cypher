// Make records of one kind, all of them new.
// $label: string — the kind, from the closed set of graph.model
// $records: list of map — the properties of each, id and source_key among them
// $common: map — the properties that all of them share
UNWIND $records AS properties
CREATE (record:Record:$($label))
SET record = properties, record += $common
RETURN collect(elementId(record)) AS places
