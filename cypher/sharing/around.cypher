// What changed last of one record and of what belongs to it or happens around it; of a theme or area also below it.
// $id: string — the record
// $on: date — today: what ended by then is left out
// $limit: integer — how many
MATCH (about:Record {id: $id, visibility: 'published'})
UNWIND [about] + COLLECT {
  MATCH (about:Initiative)-[link:ACHIEVED|LEARNED|WAITS_FOR]->(part:Result|Lesson|Decision)
  WHERE link:WAITS_FOR OR link.until IS NULL
  RETURN part
  UNION
  MATCH (about:Initiative)<-[link:TO|JUDGES]-(part:Contribution|Commitment|Assessment)
  WHERE link.until IS NULL AND (NOT part:Assessment OR part.told_on IS NOT NULL)
  RETURN part
  UNION
  MATCH (about:Goal)<-[link:CONTRIBUTES_TO]-(part:Initiative) WHERE link.until IS NULL
  RETURN part
  UNION
  MATCH (about:Goal)<-[link:COUNTS_FOR]-(part:Result)
  WHERE link.until IS NULL AND EXISTS { (part)<-[:ACHIEVED]-(:Initiative {visibility: 'published'}) }
  RETURN part
  UNION
  MATCH (about:Organisation)-[link:INITIATES|PARTNERS_IN]->(part:Initiative) WHERE link.until IS NULL
  RETURN part
  UNION
  MATCH (about:Department)<-[link:HANDLED_BY]-(part:Initiative) WHERE link.until IS NULL
  RETURN part
  UNION
  MATCH (about:Theme)<-[up:NARROWER_THAN*0..4]-(:Theme)<-[link:HAS_THEME]-(part:Initiative|Goal|PolicyNote|SubsidyScheme)
  WHERE link.until IS NULL AND all(step IN up WHERE step.until IS NULL)
  RETURN part
  UNION
  MATCH (about:Area)<-[up:PART_OF*0..4]-(:Area)<-[link:LOCATED_IN]-(part:Initiative)
  WHERE link.until IS NULL AND all(step IN up WHERE step.until IS NULL)
  RETURN part
  UNION
  MATCH (about:PolicyNote)<-[link:DERIVED_FROM]-(part:Goal) WHERE link.until IS NULL
  RETURN part
  UNION
  MATCH (about:PolicyNote)<-[stands:DERIVED_FROM]-(:Goal {visibility: 'published'})<-[link:CONTRIBUTES_TO]-(part:Initiative)
  WHERE stands.until IS NULL AND link.until IS NULL
  RETURN part
  UNION
  MATCH (about:SubsidyScheme)<-[under:UNDER]-(:Contribution {visibility: 'published'})-[link:TO]->(part:Initiative)
  WHERE under.until IS NULL AND link.until IS NULL
  RETURN part
  UNION
  MATCH (about:AssessmentFramework)<-[link:UNDER]-(part:Assessment)
  WHERE link.until IS NULL AND part.told_on IS NOT NULL
    AND EXISTS { (part)-[judges:JUDGES WHERE judges.until IS NULL]->(:Initiative {visibility: 'published'}) }
  RETURN part
  UNION
  MATCH (about:Decision)<-[link:WAITS_FOR]-(part:Initiative) WHERE link.until IS NULL
  RETURN part
  UNION
  MATCH (about:Body)<-[link:ADOPTED_BY|TO]-(part:PolicyNote|Commitment) WHERE link.until IS NULL
  RETURN part } AS record
WITH DISTINCT record, about
WHERE record = about OR record.visibility = 'published' AND (record.until IS NULL OR record.until > $on)
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       coalesce(record.summary, record.motivation, record.outcome, record.description) AS summary,
       coalesce(record.lang, 'nl') AS lang, record.created_at AS created_at, record.updated_at AS updated_at
ORDER BY updated_at DESC, id
LIMIT $limit
