// One side of a bridge answers.
// $pair: string — both ids, sorted and joined
// $side_id: string — the side
// $answer: string — yes or no
// $at: datetime — now
// $by: string — the name of who says so
MATCH (:Bridge {pair: $pair})-[side:BETWEEN]->(:Record {id: $side_id})
SET side.answer = $answer, side.answered_at = $at, side.answered_by = $by
