// Every record of one kind by name, with who undertakes it and where it happens.
// $kind: string — Organisation or Initiative
MATCH (record:Record)
WHERE $kind IN labels(record) AND record.visibility <> 'removed' AND record.until IS NULL
RETURN record.id AS id, record.name AS name,
       [(record)<-[link:INITIATES]-(other:Record) WHERE link.until IS NULL | other.id] AS initiators,
       [(record)-[link:LOCATED_IN]->(other:Record) WHERE link.until IS NULL | other.id] AS areas,
       record.source_key IS NULL AS by_hand
ORDER BY id
