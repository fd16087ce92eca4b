// A record as the public may name it; people only in a public function, and by name only as they chose.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
MATCH (record:Record {id: $id})
WHERE record.visibility IN $visible
  AND (NOT record:Person OR record.person_kind IN ['alderman', 'official', 'council_member'])
WITH record, coalesce(record.public_as, 'function') AS public_as
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id,
       CASE WHEN NOT record:Person OR record.person_kind = 'alderman' OR public_as = 'name' THEN record.name
            WHEN public_as = 'function' THEN coalesce(record.function, '')
            ELSE '' END AS name
