// What happened to a bridge, newest first, without what was taken back; a no that a group came back to stays.
// $pair: string — both ids, sorted and joined
MATCH (bridge:Bridge {pair: $pair})-[:TOOK]->(step:BridgeStep)
WHERE step.back_at IS NULL
  OR step.what = 'no' AND EXISTS { (bridge)-[:TOOK]->(:BridgeStep {what: 'reopened', at: step.back_at}) }
OPTIONAL MATCH (side:Record {id: step.initiative_id})
// Of an older answer it is not known who gave it: it is left to the group.
RETURN step.id AS id, step.what AS what, step.state AS state, step.initiative_id AS side_id, side.name AS about,
       step.at AS at, step.by AS by, coalesce(step.by_group, true) AS by_group, step.text AS text,
       step.back_at IS NOT NULL AS taken_back
ORDER BY at DESC, step.id DESC
