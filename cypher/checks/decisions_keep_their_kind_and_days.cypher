// A decision holds only what belongs to its kind, its days follow each other, and nobody waits once it was taken.
// $limit: integer — at most this many
MATCH (decision:Decision)
CALL (decision) {
  WITH decision WHERE decision.legal_due_on IS NOT NULL AND coalesce(decision.decision_kind, '') <> 'application'
  RETURN 'a legal term without an application' AS what
  UNION
  WITH decision WHERE (decision.level IS NOT NULL OR decision.url IS NOT NULL)
    AND coalesce(decision.decision_kind, '') <> 'political'
  RETURN 'a level or agenda without a political choice' AS what
  UNION
  WITH decision WHERE any(on IN [decision.legal_due_on, decision.expected_on, decision.decided_on]
    WHERE on < decision.asked_on)
  RETURN 'a day before it was asked for' AS what
  UNION
  MATCH (decision)-[:PAUSED]->(pause:Pause)
  WHERE pause.since < decision.asked_on OR coalesce(pause.until, pause.since) > decision.decided_on
    OR pause.until IS NULL AND decision.decided_on IS NOT NULL
    OR EXISTS { MATCH (decision)-[:PAUSED]->(other:Pause)
      WHERE other <> pause AND other.since >= pause.since AND (pause.until IS NULL OR other.since < pause.until) }
  RETURN 'a pause outside it or through another' AS what
  UNION
  MATCH (decision)<-[wait:WAITS_FOR]-()
  WHERE wait.until IS NULL AND decision.decided_on IS NOT NULL
  RETURN 'somebody waits although it was taken' AS what
}
RETURN DISTINCT coalesce(decision.id, '') AS record_id, what AS what
ORDER BY record_id, what
LIMIT $limit
