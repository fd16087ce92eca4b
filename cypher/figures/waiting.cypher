// How long the decisions of a period took, by kind: the median in days, without the days that waited for the applicant.
// $visible: list of string — visibilities the reader may see
// $since: date — first day of the period
// $on: date — last day of the period
MATCH (decision:Decision)
WHERE decision.visibility IN $visible AND decision.asked_on IS NOT NULL AND decision.decision_kind IS NOT NULL
  AND (decision.until IS NULL OR decision.until > $on)
  AND decision.decided_on >= $since AND decision.decided_on <= $on
WITH decision, COLLECT {
  MATCH (decision)-[:PAUSED]->(pause:Pause)
  RETURN duration.inDays(pause.since, coalesce(pause.until, decision.decided_on)).days } AS pauses
WITH decision.decision_kind AS decision_kind, duration.inDays(decision.asked_on, decision.decided_on).days
     - reduce(days = 0, pause IN pauses | days + pause) AS days
RETURN decision_kind AS decision_kind, count(days) AS decisions, percentileCont(days, 0.5) AS median
ORDER BY decision_kind
