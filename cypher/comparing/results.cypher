// The results that initiatives reached after one day, up to another.
// $visible: list of string — visibilities the reader may see
// $before: date — the first day, itself left out
// $after: date — the last day
MATCH (result:Result)
WHERE result.visibility IN $visible AND result.reached_on > $before AND result.reached_on <= $after
  AND (result.until IS NULL OR result.until > $after)
WITH result, COLLECT { MATCH (result)<-[came:ACHIEVED]-(each:Initiative)
  WHERE each.visibility IN $visible AND NOT coalesce(came.until <= $after, false)
  RETURN each.name ORDER BY toLower(each.name) } AS by
WHERE by <> []
RETURN {kind: 'Result', id: result.id, name: result.name} AS about, by[0] AS initiative, result.achieved AS detail
ORDER BY result.reached_on, toLower(result.name), result.id
