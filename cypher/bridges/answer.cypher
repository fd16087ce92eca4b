// One side of a bridge answers.
// $pair: string — both ids, sorted and joined
// $initiative_id: string — the side
// $answer: string — yes or no
// $at: datetime — now
// $by: string — the name of who says so
MATCH (:Bridge {pair: $pair})-[side:BETWEEN]->(:Initiative {id: $initiative_id})
SET side.answer = $answer, side.answered_at = $at, side.answered_by = $by
