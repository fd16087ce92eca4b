// The assessments that were told to the initiative after one day, up to another.
// $visible: list of string — visibilities the reader may see
// $before: date — the first day, itself left out
// $after: date — the last day
MATCH (assessment:Assessment)-[judges:JUDGES]->(initiative:Initiative)
WHERE assessment.visibility IN $visible AND initiative.visibility IN $visible
  AND NOT coalesce(judges.until <= $after, false) AND (assessment.until IS NULL OR assessment.until > $after)
  AND assessment.told_on > $before AND assessment.told_on <= $after
RETURN {kind: 'Assessment', id: assessment.id, name: assessment.name} AS about, initiative.name AS initiative,
       assessment.outcome AS detail
ORDER BY assessment.told_on, toLower(initiative), assessment.id
