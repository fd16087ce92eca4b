// What the parameters of a question can be, by kind and name; what lies around tells equal names apart.
// $kinds: list of string — the kinds of record asked for
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — at most this many
MATCH (record:Goal|Theme|Area|Department|Body|SubsidyScheme)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
WITH record
ORDER BY toLower(record.name), record.id
LIMIT $limit
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       reduce(names = null, name IN COLLECT { MATCH (record)-[part:PART_OF|NARROWER_THAN]->(around:Record)
         WHERE part.until IS NULL AND around.visibility IN $visible
         RETURN around.name ORDER BY around.name } | coalesce(names + ', ', '') + name) AS detail
ORDER BY toLower(name), id
