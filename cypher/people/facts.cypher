// One person with work, tasks and stand-ins; for a visitor only who has a public function, and only what is public.
// $id: string — the person
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names and addresses that are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
MATCH (person:Person {id: $id})
WHERE person.visibility IN $visible
WITH person, coalesce(person.public_as, 'function') AS public_as,
     person.until IS NOT NULL AND person.until <= $now AS former
WHERE $private OR (coalesce(person.person_kind, 'resident') <> 'resident' AND public_as <> 'team'
                   AND (person.function IS NOT NULL OR person.person_kind = 'alderman' OR public_as = 'name'))
WITH person, public_as, former,
     $private OR (NOT former AND (person.person_kind = 'alderman' OR public_as = 'name')) AS by_name
RETURN person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, .function, public_as: public_as,
         name: CASE WHEN by_name THEN person.name END,
         team: head([(person)-[job:WORKS_FOR]->(team:Department)
                     WHERE NOT coalesce(job.since > $on OR job.until <= $on, false) AND team.visibility IN $visible
                     | {kind: 'Department', id: team.id, name: team.name}])
       } AS official,
       person.visibility AS visibility, person.until AS until,
       CASE WHEN $private THEN person.email END AS email,
       CASE WHEN $private THEN person.telephone END AS telephone,
       COLLECT { MATCH (person)-[job:WORKS_FOR]->(place:Record)
         WHERE NOT coalesce(job.since > $on OR job.until <= $on, false) AND place.visibility IN $visible
         RETURN {mention: {kind: [label IN labels(place) WHERE label <> 'Record'][0], id: place.id, name: place.name},
                 role: job.role, since: job.since} ORDER BY place.name } AS work,
       COLLECT { MATCH (person)-[task:PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|SIGNPOST_FOR|CONTACT_FOR]->(what:Record)
         WHERE NOT coalesce(task.since > $on OR task.until <= $on, false) AND what.visibility IN $visible
         RETURN {link: type(task), expertise: task.expertise, since: task.since,
                 mention: {kind: [label IN labels(what) WHERE label <> 'Record'][0], id: what.id, name: what.name}}
         ORDER BY type(task), what.name LIMIT 300 } AS tasks,
       COLLECT { MATCH (person)<-[stands:STANDS_IN_FOR]-(other:Person)
         WHERE NOT coalesce(stands.since > $on OR stands.until <= $on, false) AND other.visibility IN $visible
         WITH other, coalesce(other.public_as, 'function') AS other_as
         RETURN other {.id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: other_as,
           name: CASE WHEN $private OR (other.person_kind = 'alderman' OR other_as = 'name')
                     AND coalesce(other.until > $now, true) THEN other.name END,
           function: CASE WHEN $private OR other_as <> 'team' THEN other.function END,
           team: head([(other)-[job:WORKS_FOR]->(team:Department)
                       WHERE NOT coalesce(job.since > $on OR job.until <= $on, false) AND team.visibility IN $visible
                       | {kind: 'Department', id: team.id, name: team.name}])}
         ORDER BY other.name } AS stand_ins
