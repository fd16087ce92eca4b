// Something happened to a bridge that leaves its state as it is: an answer, other words, a reminder.
// $id: string — the bridge
// $step_id: string — the identity of the line
// $what: string — yes, no, wish or reminded
// $initiative_id: string or null — the side that answered
// $at: datetime — now
// $by: string — the name of who did it
// $by_id: string or null — the person who did it
// $by_group: boolean or null — whether a group said it itself; null for what is no answer
// $text: string or null — what was said
MATCH (bridge:Bridge {id: $id})
CREATE (bridge)-[:TOOK]->(:BridgeStep {
  id: $step_id, what: $what, state: bridge.state, initiative_id: $initiative_id, at: $at, by: $by, by_id: $by_id,
  by_group: $by_group, text: $text
})
SET bridge.wish = CASE WHEN $what = 'wish' THEN $text ELSE bridge.wish END,
    bridge.reminded_at = CASE WHEN $what = 'reminded' THEN $at ELSE bridge.reminded_at END
