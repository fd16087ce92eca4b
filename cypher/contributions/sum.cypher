// How many contributions a selection has, with the euros asked for and granted.
// $visible: list of string — visibilities the reader may see
// $kind: string or null — a kind of contribution
// $stage: string or null — asked, given or refused
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $goal: string or null — a goal of the initiative, with those below it
// $year: integer or null — a year
// $scheme: string or null — a scheme
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[:TO]->(end) WHERE NOT end.visibility IN $visible }
WITH gift, CASE WHEN gift.amount_granted = 0 THEN 'refused'
         WHEN gift.amount_granted > 0 OR gift.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage,
     coalesce(gift.year, gift.granted_on.year, gift.asked_on.year) AS year
WHERE ($kind IS NULL OR gift.contribution_kind = $kind) AND ($stage IS NULL OR stage = $stage)
  AND ($year IS NULL OR year = $year)
  AND ($scheme IS NULL OR EXISTS { (gift)-[:UNDER]->(:SubsidyScheme {id: $scheme}) })
  AND ($theme IS NULL OR EXISTS {
    MATCH (gift)-[:TO]->(:Initiative)-[link:HAS_THEME]->(:Theme)
      ((:Theme)-[up:NARROWER_THAN WHERE up.until IS NULL]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE link.until IS NULL })
  AND ($area IS NULL OR EXISTS {
    MATCH (gift)-[:TO]->(:Initiative)-[link:LOCATED_IN]->(:Area)
      ((:Area)-[up:PART_OF WHERE up.until IS NULL]->(:Area)){0,4} (:Area {id: $area})
    WHERE link.until IS NULL })
  AND ($goal IS NULL OR EXISTS {
    MATCH (gift)-[:TO]->(:Initiative)-[link:CONTRIBUTES_TO]->(:Goal)
      ((:Goal)-[up:PART_OF WHERE up.until IS NULL]->(:Goal)){0,4} (:Goal {id: $goal})
    WHERE link.until IS NULL })
RETURN count(gift) AS contributions, coalesce(sum(gift.amount_asked), 0.0) AS asked,
       coalesce(sum(gift.amount_granted), 0.0) AS granted
