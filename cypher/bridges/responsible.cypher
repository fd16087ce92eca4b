// For each shared goal: the nearest policy note, alderman and official, on it, above it or through its themes.
// By the rules of officials/duties: over what holds today, and without who left.
// $goals: list of string — the goals
// $visible: list of string — the visibilities the reader may see
UNWIND $goals AS goal_id
MATCH (goal:Goal {id: goal_id})
WHERE goal.visibility IN $visible
WITH DISTINCT goal, date({timezone: 'Europe/Amsterdam'}) AS today
CALL (goal, today) {
  MATCH path = (goal)-[:PART_OF*0..6]->(holder:Goal)
  WHERE all(step IN relationships(path) WHERE NOT coalesce(step.since > today OR step.until <= today, false))
  RETURN holder, length(path) AS distance
  UNION
  MATCH (goal)-[tagged:HAS_THEME]->(theme:Theme)
  MATCH path = (theme)-[:NARROWER_THAN*0..4]->(holder:Theme)
  WHERE NOT coalesce(tagged.since > today OR tagged.until <= today, false) AND all(step IN relationships(path)
    WHERE NOT coalesce(step.since > today OR step.until <= today, false))
  RETURN holder, 10 + length(path) AS distance
}
WITH goal, today, holder, distance
WHERE holder.visibility IN $visible
WITH goal, today, collect({holder: holder, distance: distance}) AS levels
WITH goal, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)-[derived:DERIVED_FROM]->(source:PolicyNote)
    WHERE source.visibility IN $visible AND NOT coalesce(derived.since > today OR derived.until <= today, false)
    RETURN source {.id, .name, page: derived.page} AS found ORDER BY steps, source.name, source.id LIMIT 1
  }[0] AS note, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)<-[duty:PORTFOLIO_HOLDER_OF]-(person:Person)
    WHERE person.visibility IN $visible AND (person.until IS NULL OR person.until > today)
      AND NOT coalesce(duty.since > today OR duty.until <= today, false)
    RETURN person {.id, .name} AS found ORDER BY steps, coalesce(person.function, person.name), person.id LIMIT 1
  }[0] AS alderman, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)<-[duty:ACCOUNT_HOLDER_OF]-(person:Person)
    WHERE person.visibility IN $visible AND (person.until IS NULL OR person.until > today)
      AND NOT coalesce(duty.since > today OR duty.until <= today, false)
    RETURN person {.id, .name, .function} AS found
    ORDER BY steps, coalesce(person.function, person.name), person.id LIMIT 1
  }[0] AS official
RETURN goal.id AS goal_id, goal.name AS goal,
       note.id AS note_id, note.name AS note, note.page AS page,
       alderman.id AS alderman_id, alderman.name AS alderman,
       official.id AS official_id, official.name AS official, official.function AS function
ORDER BY goal
