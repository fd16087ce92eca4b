// Do not ask this again before a day; what this account put aside earlier and may be asked again is forgotten.
// $key: string — account, record and field
// $by: string — the account
// $until: date — from then on it may be asked again
// $on: date — today
OPTIONAL MATCH (old:PutAside {by: $by})
WHERE old.until <= $on AND old.key <> $key
DELETE old
WITH DISTINCT 1 AS once
MERGE (aside:PutAside {key: $key})
SET aside.by = $by, aside.until = $until
