// What somebody answers for politically: each goal and theme, with how many initiatives work on it or on what is below it.
// $person_id: string or null — who
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $most: integer — count no further than this
MATCH (person:Person {id: $person_id})-[duty:PORTFOLIO_HOLDER_OF]->(held:Goal|Theme)
WHERE (duty.since IS NULL OR duty.since <= $on) AND (duty.until IS NULL OR duty.until > $on)
  AND held.visibility IN $visible AND (held.until IS NULL OR held.until > $on)
WITH DISTINCT held
RETURN {kind: CASE WHEN held:Goal THEN 'Goal' ELSE 'Theme' END, id: held.id, name: held.name} AS mention,
       COUNT {
         MATCH path = (held)<-[:PART_OF|NARROWER_THAN*0..6]-(:Goal|Theme)<-[works:CONTRIBUTES_TO|HAS_THEME]-(each:Initiative)
         WHERE works.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
           AND all(step IN relationships(path) WHERE step.until IS NULL)
         RETURN DISTINCT each LIMIT $most
       } AS initiatives
ORDER BY toLower(held.name), held.id
