// The record that took the place of a merged one.
// $id: string — the record that was merged away
MATCH (loser:Record {id: $id})
MATCH (survivor:Record {id: loser.merged_into})
RETURN survivor.id AS survivor_id, [label IN labels(survivor) WHERE label <> 'Record'][0] AS kind
