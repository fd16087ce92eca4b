// How many records there are within two links of one record or one link of others; counting stops at a limit.
// $id: string — the record in the middle
// $open: list of string — records whose own links are shown as well
// $also: list of string — records that are shown for another reason
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see people who are not public
// $on: date — the day
// $now: date — today: who left by then is no longer named
// $limit: integer — where counting stops
MATCH (centre:Record {id: $id})
CALL (centre) {
  MATCH (one:Record)-[link:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]-(other:Record)
  WHERE one.id IN $open + [$id] AND NOT coalesce(link.since > $on OR link.until <= $on, false)
    AND ($private OR type(link) <> 'INITIATES' OR NOT startNode(link):Person
      OR startNode(link).public_as = 'name' OR startNode(link).person_kind = 'alderman')
    AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
    AND ($private OR NOT other:Person OR (other.public_as = 'name' OR other.person_kind = 'alderman') AND coalesce(other.until > $now, true)
      OR (other.person_kind IN ['official', 'council_member', 'alderman'] AND other.function IS NOT NULL
        AND coalesce(other.public_as, 'function') <> 'team'))
  RETURN other
  UNION
  MATCH (centre)-[first:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]-(middle:Record)
  WHERE NOT coalesce(first.since > $on OR first.until <= $on, false)
    AND ($private OR type(first) <> 'INITIATES' OR NOT startNode(first):Person
      OR startNode(first).public_as = 'name' OR startNode(first).person_kind = 'alderman')
    AND middle.visibility IN $visible AND (middle.until IS NULL OR middle.until > $on)
    AND ($private OR NOT middle:Person OR (middle.public_as = 'name' OR middle.person_kind = 'alderman') AND coalesce(middle.until > $now, true)
      OR (middle.person_kind IN ['official', 'council_member', 'alderman'] AND middle.function IS NOT NULL
        AND coalesce(middle.public_as, 'function') <> 'team'))
  MATCH (middle)-[second:CONTRIBUTES_TO|PART_OF|DERIVED_FROM|ADOPTED_BY|HAS_THEME|NARROWER_THAN|LOCATED_IN|BORDERS
    |INITIATES|PARTNERS_IN|HANDLED_BY|WORKS_FOR|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF
    |STANDS_IN_FOR|SIGNPOST_FOR|CONTACT_FOR|SERVES]-(other:Record)
  WHERE NOT coalesce(second.since > $on OR second.until <= $on, false)
    AND ($private OR type(second) <> 'INITIATES' OR NOT startNode(second):Person
      OR startNode(second).public_as = 'name' OR startNode(second).person_kind = 'alderman')
    AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
    AND ($private OR NOT other:Person OR (other.public_as = 'name' OR other.person_kind = 'alderman') AND coalesce(other.until > $now, true)
      OR (other.person_kind IN ['official', 'council_member', 'alderman'] AND other.function IS NOT NULL
        AND coalesce(other.public_as, 'function') <> 'team'))
  RETURN other
  UNION
  MATCH (other:Record) WHERE other.id IN $also
  RETURN other
}
WITH other WHERE other.id <> $id
LIMIT $limit
RETURN count(other) AS records
