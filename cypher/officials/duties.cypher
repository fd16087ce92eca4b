// Who answers for goals, themes, areas or organisations: on the record itself, above it in its tree, or through its themes.
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
UNWIND $ids AS record_id
MATCH (record:Record {id: record_id})
CALL (record) {
  MATCH path = (record)-[:PART_OF|NARROWER_THAN*0..6]->(holder:Record)
  WHERE all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN holder, length(path) AS distance
  UNION
  MATCH (record:Goal)-[tagged:HAS_THEME]->(theme:Theme)
  MATCH path = (theme)-[:NARROWER_THAN*0..4]->(holder:Theme)
  WHERE NOT coalesce(tagged.since > $on OR tagged.until <= $on, false) AND all(step IN relationships(path)
    WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN holder, 10 + length(path) AS distance
}
MATCH (person:Person)-[duty:PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|SIGNPOST_FOR]->(holder)
WHERE person.visibility IN $visible AND holder.visibility IN $visible
  AND (person.until IS NULL OR person.until > $on)
  AND (duty.since IS NULL OR duty.since <= $on) AND (duty.until IS NULL OR duty.until > $on)
WITH record_id, duty, distance, holder, person, coalesce(person.public_as, 'function') AS public_as
RETURN record_id AS record_id, type(duty) AS link, distance AS distance, duty.expertise AS expertise,
       duty.since AS since,
       {kind: [label IN labels(holder) WHERE label <> 'Record'][0], id: holder.id, name: holder.name} AS via,
       person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: public_as,
         name: CASE WHEN $private OR (person.person_kind = 'alderman' OR public_as = 'name')
                   AND coalesce(person.until > $now, true) THEN person.name END,
         function: CASE WHEN $private OR public_as <> 'team' THEN person.function END,
         team: head([(person)-[job:WORKS_FOR]->(team:Department)
                     WHERE NOT coalesce(job.since > $on OR job.until <= $on, false) AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])
       } AS official
ORDER BY record_id, distance, link, coalesce(person.function, person.name), person.id
