// Who and what these are, and whether a person may be named and asked for an introduction.
// $ids: list of string — people, organisations, teams and initiatives
// $today: date — links and permissions count when they hold on this day
// $visible: list of string — the visibilities the reader may see
UNWIND $ids AS id
MATCH (one:Record {id: id})
RETURN one.id AS id, [label IN labels(one) WHERE label <> 'Record'][0] AS kind, one.name AS name,
       one.function AS function, NOT one:Person OR one.person_kind IN ['official', 'alderman'] AND NOT EXISTS {
         (one)-[no:MAY_BE_CONTACTED {purpose: 'introduction'}]->() WHERE no.until <= $today
       } OR EXISTS {
         (one)-[may:MAY_BE_CONTACTED {purpose: 'introduction'}]->()
         WHERE (may.until IS NULL OR may.until > $today) AND (may.since IS NULL OR may.since <= $today)
       } AS may_be_named,
       head(COLLECT {
         MATCH (one)-[works:WORKS_FOR]->(place:Record)
         WHERE one:Person AND NOT coalesce(works.since > $today OR works.until <= $today, false)
           AND place.visibility IN $visible
         RETURN place.name ORDER BY place.name LIMIT 1
       }) AS works_for
ORDER BY id
