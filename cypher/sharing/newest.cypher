// What changed last of everything: initiatives, what came of them, and assessments that were told.
// $on: date — today
// $limit: integer — how many
MATCH (record:Initiative|Result|Lesson|Assessment)
WHERE record.visibility = 'published' AND (record.until IS NULL OR record.until > $on)
  AND (NOT record:Assessment OR record.told_on IS NOT NULL
    AND EXISTS { (record)-[judges:JUDGES WHERE NOT coalesce(judges.until <= $on, false)]->(:Initiative {visibility: 'published'}) })
  AND (NOT (record:Result OR record:Lesson)
    OR EXISTS { (record)<-[:ACHIEVED|LEARNED]-(:Initiative {visibility: 'published'}) })
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       coalesce(record.summary, record.motivation, record.outcome, record.description) AS summary,
       coalesce(record.lang, 'nl') AS lang, record.created_at AS created_at, record.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
