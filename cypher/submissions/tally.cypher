// How many submissions there are of each kind in each state.
// $states: list of string — states of graph.submissions
// $kinds: list of string — kinds of graph.submissions
// $limit: integer — count no further
UNWIND $states AS state
UNWIND $kinds AS kind
RETURN state AS state, kind AS kind,
       COUNT { MATCH (submission:Submission)
         WHERE submission.state = state AND submission.kind = kind
         RETURN submission LIMIT $limit } AS submissions
ORDER BY state, kind
