// How many records and links of the demonstration there are.
// $batch: string — the batch that every record and link of the demonstration names
RETURN COUNT { (record:Record {batch: $batch}) } AS records,
       COUNT { (:Record {batch: $batch})-[link {batch: $batch}]->(:Record {batch: $batch}) } AS links
