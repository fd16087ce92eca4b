// For each kind of evidence how often both said yes to a bridge on it, and how often its subject was refused.
MATCH (step:BridgeStep)
WHERE step.kinds IS NOT NULL AND step.back_at IS NULL AND coalesce(step.counts, true)
UNWIND step.kinds AS kind
RETURN kind AS kind, sum(CASE step.state WHEN 'accepted' THEN 1 ELSE 0 END) AS yes,
       sum(CASE step.state WHEN 'refused' THEN 1 ELSE 0 END) AS no
ORDER BY kind
