// One page of what is sought and offered by who did not stop.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $zone: string — the time zone in which days begin
// $side: string or null — Need or Offer
// $kind: string or null — a kind of supply
// $theme: string or null — a theme of the party, with the narrower ones
// $area: string or null — an area of the party, with those inside it
// $order: string — newest, name or ends
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (thing:Need|Offer)
WHERE thing.visibility IN $visible AND (thing.until IS NULL OR thing.until > $on)
  AND (thing.wanted_until IS NULL OR thing.wanted_until >= $on)
  AND ($side IS NULL OR $side IN labels(thing)) AND ($kind IS NULL OR thing.supply_kind = $kind)
  AND EXISTS { MATCH (thing)<-[has:NEEDS|OFFERS]-(party:Record)
    WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
      AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false) }
  AND ($theme IS NULL OR EXISTS {
    MATCH (thing)<-[has:NEEDS|OFFERS]-(party:Record)-[tag:HAS_THEME]->(:Theme) ((:Theme)-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Theme)){0,4} (:Theme {id: $theme})
    WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND NOT coalesce(has.since > $on OR has.until <= $on, false)
      AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
      AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false) })
  AND ($area IS NULL OR EXISTS {
    MATCH (thing)<-[has:NEEDS|OFFERS]-(party:Record)-[place:LOCATED_IN]->(:Area) ((:Area)-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]->(:Area)){0,4} (:Area {id: $area})
    WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND NOT coalesce(has.since > $on OR has.until <= $on, false)
      AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
      AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false) })
WITH thing
ORDER BY CASE WHEN $order = 'ends' THEN thing.wanted_until END, CASE WHEN $order = 'newest' THEN thing.created_at END DESC,
         toLower(thing.name), thing.id
SKIP $skip LIMIT $limit
RETURN thing.id AS id, CASE WHEN thing:Need THEN 'Need' ELSE 'Offer' END AS kind, thing.name AS name,
       thing.supply_kind AS supply_kind, thing.wanted_until AS wanted_until, thing.visibility AS visibility,
       left(coalesce(thing.description, ''), 300) AS description, toString(date(datetime({datetime: thing.created_at, timezone: $zone}))) AS noted_on,
       COLLECT { MATCH (thing)<-[has:NEEDS|OFFERS]-(party:Record)
         WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on)
           AND NOT coalesce(party.status = 'stopped' AND coalesce(party.status_since <= $on, true), false)
         RETURN {kind: [label IN labels(party) WHERE label <> 'Record'][0], id: party.id, name: party.name}
         ORDER BY party.name, party.id } AS parties,
       COLLECT { MATCH (thing)<-[has:NEEDS|OFFERS]-()-[place:LOCATED_IN]->(area:Area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND NOT coalesce(has.since > $on OR has.until <= $on, false) AND area.visibility IN $visible
         RETURN DISTINCT area.name AS name ORDER BY name LIMIT 3 } AS areas
ORDER BY CASE WHEN $order = 'ends' THEN thing.wanted_until END, CASE WHEN $order = 'newest' THEN thing.created_at END DESC,
         toLower(thing.name), thing.id
