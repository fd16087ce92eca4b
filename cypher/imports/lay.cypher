// Make records and links that are new, between them and with what was there; nothing when one of that is gone.
// $places: list of string — element ids within this transaction of what is there already, each once
// $records: list of list — for each kind: the label from the closed set of graph.model, and a map for each record
// $common: map — the properties that all new records share
// $links: list of list — for each type: its name from the closed set, and [start, end] numbered as places, then records
// $valued: list of list — type, start, end and a map, for each link that has properties of its own
// $asked: list of integer — the new records, numbered from 0, whose places the next chunks can use
// $batch: string — the import
UNWIND $places AS place
MATCH (there) WHERE elementId(there) = place AND there.merged_into IS NULL
WITH collect(there) AS old
WHERE size(old) = size($places)
CALL () {
  UNWIND $records AS kind
  UNWIND kind[1] AS properties
  CREATE (record:Record:$(kind[0]))
  SET record = properties, record += $common
  RETURN collect(record) AS new
}
WITH new, old + new AS all
CALL (all) {
  UNWIND $links AS type
  UNWIND type[1] AS ends
  WITH type[0] AS name, all[ends[0]] AS start, all[ends[1]] AS end
  CREATE (start)-[:$(name) {batch: $batch}]->(end)
}
CALL (all) {
  UNWIND $valued AS each
  WITH each, all[each[1]] AS start, all[each[2]] AS end
  CREATE (start)-[link:$(each[0])]->(end)
  SET link = each[3], link.batch = $batch
}
RETURN [number IN $asked | elementId(new[number])] AS places
