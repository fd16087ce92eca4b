// The choices of the filters of the market, and the total: how many needs and offers it would show with each.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $side: string or null — Need or Offer
// $kind: string or null — a kind of supply
// $theme: string or null — a theme of the party, with the narrower ones
// $area: string or null — an area of the party, with those inside it
MATCH (thing:Need|Offer)<-[has:NEEDS|OFFERS]-(party:Record)
WHERE thing.visibility IN $visible AND (thing.until IS NULL OR thing.until > $on)
  AND (thing.wanted_until IS NULL OR thing.wanted_until >= $on)
  AND NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
  AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false)
WITH thing, collect(party) AS parties
WITH thing, parties, $side IS NULL OR $side IN labels(thing) AS side, $kind IS NULL OR thing.supply_kind = $kind AS kind,
     $theme IS NULL OR any(party IN parties WHERE EXISTS {
       MATCH (party)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme}) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) }) AS theme,
     $area IS NULL OR any(party IN parties WHERE EXISTS {
       MATCH (party)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area}) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) }) AS area
WITH collect({thing: thing, parties: parties, side: side, kind: kind, theme: theme, area: area}) AS found
CALL (found) {
  UNWIND [each IN found WHERE each.side AND each.kind AND each.theme AND each.area] AS each
  RETURN 'total' AS filter, '' AS value, '' AS name, count(each) AS things
  UNION
  UNWIND [each IN found WHERE each.kind AND each.theme AND each.area] AS each
  WITH CASE WHEN each.thing:Need THEN 'Need' ELSE 'Offer' END AS value, count(each) AS things
  RETURN 'side' AS filter, value AS value, value AS name, things AS things
  UNION
  UNWIND [each IN found WHERE each.side AND each.theme AND each.area AND each.thing.supply_kind IS NOT NULL] AS each
  WITH each.thing.supply_kind AS value, count(each) AS things
  RETURN 'kind' AS filter, value AS value, value AS name, things AS things
  UNION
  UNWIND [each IN found WHERE each.side AND each.kind AND each.area] AS each
  UNWIND each.parties AS party
  MATCH (party)-[tag:HAS_THEME]->(first:Theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false)
  WITH first, collect(DISTINCT each.thing) AS things
  MATCH (first) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (theme:Theme) WHERE theme.visibility IN $visible
  UNWIND things AS thing
  RETURN 'theme' AS filter, theme.id AS value, theme.name AS name, count(DISTINCT thing) AS things
  UNION
  UNWIND [each IN found WHERE each.side AND each.kind AND each.theme] AS each
  UNWIND each.parties AS party
  MATCH (party)-[place:LOCATED_IN]->(first:Area) WHERE NOT coalesce(place.since > $on OR place.until <= $on, false)
  WITH first, collect(DISTINCT each.thing) AS things
  MATCH (first) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (area:Area) WHERE area.visibility IN $visible
  UNWIND things AS thing
  RETURN 'area' AS filter, area.id AS value, area.name AS name, count(DISTINCT thing) AS things
}
RETURN filter AS filter, value AS value, name AS name, things AS things
ORDER BY filter, toLower(name), value
