// The records of one kind that are about one theme or a narrower one.
// $id: string — the theme
// $label: string — Initiative, Goal, Organisation, PolicyNote or SubsidyScheme
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (:Theme {id: $id})<-[:NARROWER_THAN*0..4]-(:Theme)<-[tag:HAS_THEME]-(record:Record)
WHERE $label IN labels(record) AND tag.until IS NULL AND record.visibility IN $visible
  AND (record.until IS NULL OR record.until > $on)
WITH DISTINCT record
RETURN $label AS kind, record.id AS id, record.name AS name, record.summary AS detail
ORDER BY toLower(name), id
LIMIT $limit
