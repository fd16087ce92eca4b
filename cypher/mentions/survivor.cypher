// The record that took the place of a merged one, also after several merges.
// $id: string — the record that was merged away
// $visible: list of string — visibilities the reader may see
MATCH (merged:Record {id: $id})
WHERE merged.merged_into IS NOT NULL
OPTIONAL MATCH (second:Record {id: merged.merged_into})
OPTIONAL MATCH (third:Record {id: second.merged_into})
OPTIONAL MATCH (fourth:Record {id: third.merged_into})
WITH coalesce(fourth, third, second) AS survivor
WHERE survivor.visibility IN $visible
RETURN [label IN labels(survivor) WHERE label <> 'Record'][0] AS kind, survivor.id AS id, survivor.name AS name
