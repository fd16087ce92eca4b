// One need or offer with who has it.
// $id: string — the need or offer
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
MATCH (thing:Need|Offer {id: $id})
WHERE thing.visibility IN $visible
  AND ($past IS NULL OR NOT EXISTS { (thing)<-[:NEEDS|OFFERS]-() }
    OR EXISTS { MATCH (thing)<-[had:NEEDS|OFFERS]-() WHERE NOT coalesce(had.since > $past, false) })
RETURN thing.id AS id, CASE WHEN thing:Need THEN 'Need' ELSE 'Offer' END AS kind, thing.name AS name,
       coalesce(thing.lang, 'nl') AS lang, thing.supply_kind AS supply_kind, thing.wanted_until AS wanted_until,
       thing.visibility AS visibility, thing.description AS description, thing.until AS until,
       COLLECT { MATCH (thing)<-[has:NEEDS|OFFERS]-(party:Record)
         WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible
         RETURN {kind: [label IN labels(party) WHERE label <> 'Record'][0], id: party.id, name: party.name}
         ORDER BY party.name, party.id } AS parties,
       COLLECT { MATCH (thing)<-[has:NEEDS|OFFERS]-()-[place:LOCATED_IN]->(area:Area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND NOT coalesce(has.since > $on OR has.until <= $on, false) AND area.visibility IN $visible
         RETURN DISTINCT {kind: 'Area', id: area.id, name: area.name} AS area ORDER BY area.name, area.id } AS areas
