// Who works or sits in an organisation, a team or a body now; a resident is shown to staff only.
// $id: string — the organisation, team or body
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
MATCH (:Record {id: $id})<-[job:WORKS_FOR]-(person:Person)
WHERE (job.since IS NULL OR job.since <= $on) AND (job.until IS NULL OR job.until > $on)
  AND person.visibility IN $visible AND (person.until IS NULL OR person.until > $on)
WITH job, person, coalesce(person.public_as, 'function') AS public_as
WHERE $private OR (public_as <> 'team' AND coalesce(person.person_kind, 'resident') <> 'resident')
RETURN job.role AS role, person {
         .id, .person_kind, .absent_until, .confirmed_on, .office_hours, public_as: public_as,
         name: CASE WHEN $private OR (person.person_kind = 'alderman' OR public_as = 'name')
                   AND coalesce(person.until > $now, true) THEN person.name END,
         function: person.function, team: null
       } AS official
ORDER BY person.person_kind, coalesce(person.function, person.name), person.id
LIMIT 200
