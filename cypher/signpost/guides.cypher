// Everybody who can be asked: what they answer for, who stands in, how many initiatives about the same they helped.
// $stems: list of string — stems of the question
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — today
// $left_after: date — who left after this day and was not followed up yet is still found, with the stand-in
MATCH (person:Person)
WHERE person.visibility IN $visible AND (person.until IS NULL OR person.until > $left_after)
  AND person.person_kind IN ['alderman', 'official', 'council_member']
CALL (person) {
  OPTIONAL MATCH (person)<-[stands:STANDS_IN_FOR]-(other:Person)
    WHERE (stands.until IS NULL OR stands.until > $on OR stands.until = person.until)
      AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
  RETURN other ORDER BY coalesce(other.absent_until > $on, false), other.id LIMIT 1
}
WITH person, other, coalesce(person.public_as, 'function') AS public_as,
     coalesce(person.until <= $on, false) AS gone
RETURN person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: public_as,
         name: CASE WHEN $private OR NOT gone AND (person.person_kind = 'alderman' OR public_as = 'name')
                    THEN person.name END,
         function: CASE WHEN $private OR public_as <> 'team' THEN person.function END,
         team: head([(person)-[job:WORKS_FOR]->(team:Department)
                     WHERE (job.until IS NULL OR job.until > $on OR job.until = person.until)
                       AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])
       } AS official,
       CASE WHEN gone THEN person.until END AS left_on,
       COLLECT { MATCH (person)-[task:PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|SIGNPOST_FOR]->(what:Record)
         WHERE what.visibility IN $visible AND (NOT coalesce(task.since > $on OR task.until <= $on, false)
           OR gone AND task.until = person.until AND NOT EXISTS {
             MATCH (what)<-[now:PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF]-(:Person)
             WHERE NOT coalesce(now.since > $on OR now.until <= $on, false) AND type(now) = type(task) })
         RETURN {link: type(task), expertise: task.expertise, mention: {
           kind: [label IN labels(what) WHERE label <> 'Record'][0], id: what.id, name: what.name}}
         ORDER BY what.name, what.id } AS subjects,
       CASE WHEN other IS NOT NULL THEN other {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours,
         public_as: coalesce(other.public_as, 'function'),
         name: CASE WHEN $private OR other.person_kind = 'alderman' OR other.public_as = 'name' THEN other.name END,
         function: CASE WHEN $private OR coalesce(other.public_as, 'function') <> 'team' THEN other.function END,
         team: head([(other)-[job:WORKS_FOR]->(team:Department)
                     WHERE job.until IS NULL AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])} END AS stand_in,
       COUNT { MATCH (person)-[contact:CONTACT_FOR]->(initiative:Initiative)-[:MENTIONS]->(word:Word)
         WHERE initiative.visibility IN $visible AND any(stem IN $stems WHERE word.stem = stem
           OR size(stem) >= 5 AND (word.stem STARTS WITH stem OR word.stem ENDS WITH stem))
         RETURN DISTINCT initiative } AS helped
ORDER BY person.id
LIMIT 2000
