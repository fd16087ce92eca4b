// Whether a record may not go back under what an import took it from: people put it, or what it was part of, elsewhere.
// $batch: string — the import, whose own links do not count
// $start_id: string — the record
// $end_id: string — what it was part of
MATCH (record:Record {id: $start_id})
MATCH (other:Record {id: $end_id})
RETURN EXISTS {
         MATCH (record)-[link:PART_OF]->(now:Record)
         WHERE link.until IS NULL AND coalesce(link.batch, '') <> $batch AND now <> other
       } OR EXISTS {
         MATCH (other)(()-[up:PART_OF WHERE up.until IS NULL AND coalesce(up.batch, '') <> $batch]->()){1,50}(record)
       } AS displaced
