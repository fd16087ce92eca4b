// For each shared goal: the nearest policy note, alderman and official, on it, above it or through its themes.
// By the rules of officials/duties: over what holds on the day, and without who left.
// $goals: list of string — the goals
// $visible: list of string — the visibilities the reader may see
// $on: date — the day
UNWIND $goals AS goal_id
MATCH (goal:Goal {id: goal_id})
WHERE goal.visibility IN $visible
WITH DISTINCT goal
CALL (goal) {
  MATCH path = (goal)-[:PART_OF*0..6]->(holder:Goal)
  WHERE all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN holder, length(path) AS distance
  UNION
  MATCH (goal)-[tagged:HAS_THEME]->(theme:Theme)
  MATCH path = (theme)-[:NARROWER_THAN*0..4]->(holder:Theme)
  WHERE NOT coalesce(tagged.since > $on OR tagged.until <= $on, false) AND all(step IN relationships(path)
    WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
  RETURN holder, 10 + length(path) AS distance
}
WITH goal, holder, distance
WHERE holder.visibility IN $visible
WITH goal, collect({holder: holder, distance: distance}) AS levels
WITH goal, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)-[derived:DERIVED_FROM]->(source:PolicyNote)
    WHERE source.visibility IN $visible AND NOT coalesce(derived.since > $on OR derived.until <= $on, false)
    RETURN source {.id, .name, page: derived.page} AS found ORDER BY steps, source.name, source.id LIMIT 1
  }[0] AS note, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)<-[duty:PORTFOLIO_HOLDER_OF]-(person:Person)
    WHERE person.visibility IN $visible AND (person.until IS NULL OR person.until > $on)
      AND NOT coalesce(duty.since > $on OR duty.until <= $on, false)
    RETURN person {.id, .name} AS found ORDER BY steps, coalesce(person.function, person.name), person.id LIMIT 1
  }[0] AS alderman, COLLECT {
    UNWIND levels AS level
    WITH level.holder AS place, level.distance AS steps
    MATCH (place)<-[duty:ACCOUNT_HOLDER_OF]-(person:Person)
    WHERE person.visibility IN $visible AND (person.until IS NULL OR person.until > $on)
      AND NOT coalesce(duty.since > $on OR duty.until <= $on, false)
    RETURN person {.id, .name, .function} AS found
    ORDER BY steps, coalesce(person.function, person.name), person.id LIMIT 1
  }[0] AS official
RETURN goal.id AS goal_id, goal.name AS goal,
       note.id AS note_id, note.name AS note, note.page AS page,
       alderman.id AS alderman_id, alderman.name AS alderman,
       official.id AS official_id, official.name AS official, official.function AS function
ORDER BY goal
