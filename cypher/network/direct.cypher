// The records linked to one record, those with the fewest links first; only as many as needed are read in full.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see people who are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
// $limit: integer — how many
MATCH (centre:Record {id: $id})-[link:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
  |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|STANDS_IN_FOR
  |SIGNPOST_FOR|CONTACT_FOR|SERVES]-(other:Record)
WITH link, other, COUNT { (other)--() } AS links
ORDER BY links, elementId(other)
WITH link, other
WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  AND ($private OR type(link) <> 'INITIATES' OR NOT startNode(link):Person
    OR startNode(link).public_as = 'name' OR startNode(link).person_kind = 'alderman')
  AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
  AND ($private OR NOT other:Person OR (other.public_as = 'name' OR other.person_kind = 'alderman') AND coalesce(other.until > $now, true)
    OR (other.person_kind IN ['official', 'council_member', 'alderman'] AND other.function IS NOT NULL
      AND coalesce(other.public_as, 'function') <> 'team'))
WITH DISTINCT other
LIMIT $limit
RETURN other.id AS id
