// What an initiative took up and let go, by the days on its links; a person by name only for who may see names.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $now: date — today: who left by then is no longer named
MATCH (initiative:Initiative {id: $id})
MATCH (initiative)-[link:CONTACT_FOR|CONTRIBUTES_TO|PARTNERS_IN|NEEDS|OFFERS|HAS_INTEREST_IN|LEARNED|MUST_MEET]-(other:Record)
WHERE (link.since IS NOT NULL OR link.until IS NOT NULL) AND coalesce(link.since <> link.until, true)
  AND (other.visibility IN $visible OR other:Person)
RETURN type(link) AS link, link.since AS since, CASE WHEN link.until = initiative.until THEN null ELSE link.until END AS until,
       CASE WHEN NOT other:Person OR $private OR (other.visibility IN $visible AND coalesce(other.until > $now, true)
                 AND (other.person_kind = 'alderman' OR other.public_as = 'name'))
         THEN {kind: [label IN labels(other) WHERE label <> 'Record'][0], id: other.id, name: other.name} END AS other
ORDER BY link, since, until, other.name, other.id
LIMIT 1000
