// What changed last of one initiative and of what belongs to it.
// $id: string — the initiative
// $limit: integer — how many
MATCH (initiative:Initiative {id: $id, visibility: 'published'})
UNWIND [initiative] + COLLECT {
  MATCH (initiative)-[link:ACHIEVED|LEARNED|WAITS_FOR]->(part:Result|Lesson|Decision)
  WHERE part.visibility = 'published' AND (link:WAITS_FOR OR link.until IS NULL)
  RETURN DISTINCT part
  UNION
  MATCH (initiative)<-[link:TO|JUDGES]-(part:Contribution|Commitment|Assessment)
  WHERE part.visibility = 'published' AND link.until IS NULL
    AND (NOT part:Assessment OR part.told_on IS NOT NULL)
  RETURN DISTINCT part } AS record
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       coalesce(record.summary, record.motivation, record.outcome, record.description) AS summary,
       coalesce(record.lang, 'nl') AS lang, record.created_at AS created_at, record.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
