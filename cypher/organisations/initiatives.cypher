// The initiatives one organisation undertakes or takes part in.
// $id: string — the organisation
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (:Organisation {id: $id})-[part:INITIATES|PARTNERS_IN]->(initiative:Initiative)
WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
WITH initiative, any(kind IN collect(type(part)) WHERE kind = 'INITIATES') AS undertakes, head(collect(part.role)) AS role
RETURN {kind: 'Initiative', id: initiative.id, name: initiative.name} AS mention, undertakes AS undertakes,
       role AS role, initiative.summary AS summary
ORDER BY undertakes DESC, toLower(initiative.name), initiative.id
LIMIT $limit
