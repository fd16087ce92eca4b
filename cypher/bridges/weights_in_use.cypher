// The weights of the kinds of evidence that were kept last, with when, by whom and from how many known contacts.
MATCH (kept:BridgeWeights)
RETURN kept.id AS id, kept.kinds AS kinds, kept.weights AS weights, kept.learnt_from AS learnt_from,
       kept.learnt_at AS learnt_at, kept.learnt_by AS learnt_by
ORDER BY learnt_at DESC, id DESC
LIMIT 1
