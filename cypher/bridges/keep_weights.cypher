// Keep weights of the kinds of evidence; those kept before stay, as history.
// $id: string — its identity
// $kinds: list of string — the kinds of evidence
// $weights: list of float — their weights, in the same order
// $learnt_from: integer — from how many known contacts; 0 for the safe weights
// $at: datetime — now
// $by: string — the name of who did it
MERGE (kept:BridgeWeights {id: $id})
SET kept.kinds = $kinds, kept.weights = $weights, kept.learnt_from = $learnt_from,
    kept.learnt_at = $at, kept.learnt_by = $by
