// A record as it is now, whoever may see it; to be read after it was held.
// $id: string — the record
MATCH (record:Record {id: $id})
WHERE record.visibility <> 'removed'
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.version AS version,
       properties(record) AS properties
