// Take a record out of sight and let it, and what was merged into it before, lead to the survivor.
// $loser_id: string — the record that is merged away
// $survivor_id: string — the record that stays
// $at: datetime — now
MATCH (loser:Record {id: $loser_id})
SET loser.visibility = 'removed', loser.merged_into = $survivor_id, loser.version = loser.version + 1,
    loser.updated_at = $at
WITH loser
CALL (loser) {
  MATCH (loser)-[link:LIKELY_SAME_AS|MENTIONS]-()
  DELETE link
}
CALL () {
  MATCH (earlier:Record {merged_into: $loser_id})
  SET earlier.merged_into = $survivor_id
}
