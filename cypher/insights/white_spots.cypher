// Goals at which no initiative works, nor at any goal below them: how many, and the first by name.
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — so many are named
MATCH (goal:Goal)
WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on) AND goal.merged_into IS NULL
  AND NOT EXISTS {
    MATCH (goal)<-[parts:PART_OF]-{0,6}(:Goal)<-[works:CONTRIBUTES_TO]-(initiative:Initiative)
    WHERE all(part IN parts WHERE part.until IS NULL) AND works.until IS NULL
      AND initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
  }
WITH goal ORDER BY toLower(goal.name), goal.id
WITH collect(goal) AS found
RETURN size(found) AS number, [each IN found[..$limit] | {kind: 'Goal', id: each.id, name: each.name}] AS first
