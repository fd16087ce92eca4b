// Who keeps one record, and when it is looked at again.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
MATCH (record:Record {id: $id})
WHERE record.visibility IN $visible
RETURN {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id, name: record.name} AS mention,
       record.review_on AS review_on,
       COLLECT { MATCH (record)<-[keeps:KEEPS]-(person:Person)
         WHERE keeps.until IS NULL AND person.visibility IN $visible
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY keeps.since, person.id LIMIT 1 } AS keepers
