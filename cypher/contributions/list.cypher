// One page of a selection of contributions, in the order asked for.
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names of persons
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
// $kind: string or null — a kind of contribution
// $stage: string or null — asked, given or refused
// $theme: string or null — a theme of the initiative, with the narrower ones
// $area: string or null — an area of the initiative, with those inside it
// $goal: string or null — a goal of the initiative, with those below it
// $year: integer or null — a year
// $scheme: string or null — a scheme
// $order: string — newest, amount or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (gift:Contribution)
WHERE gift.visibility IN $visible AND NOT EXISTS { (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE NOT end.visibility IN $visible AND end.merged_into IS NULL }
  AND ($past IS NULL OR NOT (coalesce(gift.asked_on > $past, gift.granted_on > $past, gift.refused_on > $past, gift.year > $past.year, false)
    AND coalesce(gift.granted_on > $past, gift.refused_on > $past, gift.asked_on > $past, true)))
WITH gift, CASE WHEN $past IS NULL OR coalesce(gift.granted_on <= $past, gift.refused_on <= $past, true) THEN gift END AS given
WITH gift, given, CASE WHEN given.amount_granted = 0 OR given.refused_on <= $on THEN 'refused'
         WHEN given.amount_granted > 0 OR given.granted_on IS NOT NULL THEN 'given' ELSE 'asked' END AS stage,
     coalesce(gift.year, given.granted_on.year, given.refused_on.year, gift.asked_on.year) AS year
WHERE ($kind IS NULL OR gift.contribution_kind = $kind) AND ($stage IS NULL OR stage = $stage)
  AND ($year IS NULL OR year = $year)
  AND ($scheme IS NULL OR EXISTS { (gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(:SubsidyScheme {id: $scheme}) })
  AND ($theme IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:HAS_THEME]->(:Theme)
      ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:LOCATED_IN]->(:Area)
      ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
  AND ($goal IS NULL OR EXISTS {
    MATCH (gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(:Initiative)-[link:CONTRIBUTES_TO]->(:Goal)
      ((:Goal)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Goal)){0,4} (:Goal {id: $goal})
    WHERE NOT coalesce(link.since > $on OR link.until <= $on, false) })
WITH gift, given, stage, year, coalesce(given.granted_on, given.refused_on, gift.asked_on, date({year: coalesce(year, 1)})) AS day,
     coalesce(given.amount_granted, gift.amount_asked, -1.0) AS amount
ORDER BY CASE $order WHEN 'newest' THEN day END DESC, CASE $order WHEN 'amount' THEN amount END DESC,
         toLower(gift.name), gift.id
SKIP $skip LIMIT $limit
RETURN gift.id AS id, gift.name AS name, gift.visibility AS visibility,
       gift.contribution_kind AS contribution_kind, stage AS stage, gift.amount_asked AS amount_asked,
       given.amount_granted AS amount_granted, gift.extent AS extent, gift.reason AS reason,
       gift.continuity AS continuity, gift.asked_on AS asked_on, given.granted_on AS granted_on,
       given.refused_on AS refused_on, year AS year,
       [(gift)-[to:TO WHERE NOT coalesce(to.until <= $on, false)]->(end) WHERE end.visibility IN $visible
         | {kind: [label IN labels(end) WHERE label <> 'Record'][0], id: end.id, name: end.name}] AS receivers,
       [(giver)-[gives:GIVES WHERE NOT coalesce(gives.until <= $on, false)]->(gift) WHERE giver.visibility IN $visible AND ($private OR NOT giver:Person)
         | {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name}] AS givers,
       CASE WHEN $private THEN 0 ELSE COUNT { (giver:Person)-[gives:GIVES WHERE NOT coalesce(gives.until <= $on, false)]->(gift)
         WHERE giver.visibility IN $visible } END AS unnamed,
       head([(gift)-[under:UNDER WHERE NOT coalesce(under.until <= $on, false)]->(scheme:SubsidyScheme) WHERE scheme.visibility IN $visible
         | {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}]) AS scheme
ORDER BY CASE $order WHEN 'newest' THEN day END DESC, CASE $order WHEN 'amount' THEN amount END DESC,
         toLower(gift.name), gift.id
