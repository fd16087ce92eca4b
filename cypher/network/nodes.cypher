// Records by id as the network shows them; people by name or by function, as the reader may know them.
// $ids: list of string — the records
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see people who are not public
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
// $now: date — today: who left by then is no longer named
MATCH (node:Record)
WHERE node.id IN $ids AND node.visibility IN $visible
  AND ($past IS NULL OR NOT coalesce(node.reached_on > $past OR node.adopted_on > $past, false))
  AND ($past IS NULL OR NOT node:Initiative OR coalesce(reduce(first = node.started_on, since IN COLLECT {
      MATCH (node)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|INITIATES|PARTNERS_IN|CONTACT_FOR|HANDLED_BY]-()
      WHERE link.since IS NOT NULL RETURN link.since }
    | CASE WHEN first IS NULL OR since < first THEN since ELSE first END) <= $past, true))
WITH node, [label IN labels(node) WHERE label <> 'Record'][0] AS kind,
     CASE WHEN NOT node:Person OR $private
            OR (node.public_as = 'name' OR node.person_kind = 'alderman') AND coalesce(node.until > $now, true) THEN node.name
          WHEN node.person_kind IN ['official', 'council_member', 'alderman'] AND coalesce(node.public_as, 'function') <> 'team'
          THEN toUpper(left(node.function, 1)) + substring(node.function, 1) END AS name
WHERE name IS NOT NULL AND NOT kind IN ['Contribution', 'Commitment', 'Decision', 'Requirement', 'Interaction', 'Criterion']
RETURN kind AS kind, node.id AS id, name AS name,
       head(COLLECT {
         MATCH (node)-[place:LOCATED_IN]->(area:Area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN area.name ORDER BY area.name LIMIT 1
       }) AS place
ORDER BY kind, toLower(name), id
