// For which purposes a person said no, or took back a yes, and gave no new yes. What ended with the record is no answer.
// $person_id: string — the person
MATCH (person:Person {id: $person_id})-[said:MAY_BE_CONTACTED]->(area:Area)
WHERE said.until IS NOT NULL AND (said.refused_on IS NOT NULL OR coalesce(said.until <> person.until, true))
  AND NOT EXISTS {
    MATCH (person)-[may:MAY_BE_CONTACTED]->(:Area)
    WHERE may.purpose = said.purpose AND may.until IS NULL
  }
WITH said, area, said.refused_on IS NOT NULL AS is_no
ORDER BY said.until DESC, is_no DESC
WITH said.purpose AS purpose,
     head(collect({given_on: coalesce(said.refused_on, said.until), source: CASE WHEN is_no THEN said.source END,
                   review_on: CASE WHEN is_no THEN said.review_on END, area_id: area.id})) AS last
RETURN purpose, last.given_on AS given_on, last.source AS source, last.review_on AS review_on,
       last.area_id AS area_id
ORDER BY purpose
