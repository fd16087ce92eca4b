// What changed last of one goal: the goal itself, who contributes and what came of it.
// $id: string — the goal
// $limit: integer — how many
MATCH (goal:Goal {id: $id, visibility: 'published'})
UNWIND [goal] + COLLECT {
  MATCH (goal)<-[link:CONTRIBUTES_TO]-(part:Initiative)
  WHERE link.until IS NULL AND part.visibility = 'published'
  RETURN DISTINCT part
  UNION
  MATCH (goal)<-[link:COUNTS_FOR]-(part:Result)
  WHERE link.until IS NULL AND part.visibility = 'published'
    AND EXISTS { (part)<-[:ACHIEVED]-(:Initiative {visibility: 'published'}) }
  RETURN DISTINCT part } AS record
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       coalesce(record.summary, record.motivation, record.outcome, record.description) AS summary,
       coalesce(record.lang, 'nl') AS lang, record.created_at AS created_at, record.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
