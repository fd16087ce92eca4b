// The records two links away from one record, first those reached through the thing that the fewest have.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see people who are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
// $limit: integer — how many
MATCH (centre:Record {id: $id})-[first:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
  |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|STANDS_IN_FOR
  |SIGNPOST_FOR|CONTACT_FOR|SERVES]-(middle:Record)
WHERE NOT coalesce(first.since > $on OR first.until <= $on, false)
  AND ($private OR type(first) <> 'INITIATES' OR NOT startNode(first):Person
    OR startNode(first).public_as = 'name' OR startNode(first).person_kind = 'alderman')
  AND middle.visibility IN $visible AND (middle.until IS NULL OR middle.until > $on)
  AND ($private OR NOT middle:Person OR (middle.public_as = 'name' OR middle.person_kind = 'alderman') AND coalesce(middle.until > $now, true)
    OR (middle.person_kind IN ['official', 'council_member', 'alderman'] AND middle.function IS NOT NULL
      AND coalesce(middle.public_as, 'function') <> 'team'))
WITH DISTINCT centre, middle, COUNT { (middle)--() } AS links
ORDER BY links, middle.id
WITH centre, collect(middle) AS middles
UNWIND middles AS middle
CALL (centre, middles, middle) {
  MATCH (middle)-[second:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]-(other:Record)
  WHERE other <> centre AND NOT other IN middles
    AND NOT coalesce(second.since > $on OR second.until <= $on, false)
    AND ($private OR type(second) <> 'INITIATES' OR NOT startNode(second):Person
      OR startNode(second).public_as = 'name' OR startNode(second).person_kind = 'alderman')
    AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
    AND ($private OR NOT other:Person OR (other.public_as = 'name' OR other.person_kind = 'alderman') AND coalesce(other.until > $now, true)
      OR (other.person_kind IN ['official', 'council_member', 'alderman'] AND other.function IS NOT NULL
        AND coalesce(other.public_as, 'function') <> 'team'))
  RETURN other ORDER BY elementId(other)
}
WITH DISTINCT other
LIMIT $limit
RETURN other.id AS id
