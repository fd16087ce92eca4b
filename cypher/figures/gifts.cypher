// How many contributions were given, and how many euros of them; what hangs on a hidden record does not count.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND ($past IS NULL OR NOT coalesce(gift.granted_on > $past, gift.asked_on > $past, gift.year > $past.year, false))
  AND (gift.amount_granted > 0 OR gift.amount_granted IS NULL AND gift.granted_on IS NOT NULL)
  AND NOT coalesce(gift.refused_on <= $on, false)
RETURN count(gift) AS given, coalesce(sum(gift.amount_granted), 0.0) AS granted
