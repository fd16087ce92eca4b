// Which of these initiatives work on what somebody answers for politically.
// $person_id: string or null — who
// $ids: list of string — the initiatives
// $on: date — today
MATCH (person:Person {id: $person_id})-[duty:PORTFOLIO_HOLDER_OF]->(held:Goal|Theme)
WHERE (duty.since IS NULL OR duty.since <= $on) AND (duty.until IS NULL OR duty.until > $on)
WITH collect(DISTINCT held) AS held
UNWIND $ids AS id
MATCH (initiative:Initiative {id: id})
WHERE EXISTS {
  MATCH path = (initiative)-[:CONTRIBUTES_TO|HAS_THEME]->(:Goal|Theme)-[:PART_OF|NARROWER_THAN*0..6]->(top)
  WHERE top IN held AND all(step IN relationships(path) WHERE step.until IS NULL) }
RETURN DISTINCT initiative.id AS id
ORDER BY id
