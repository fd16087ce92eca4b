// The records of one kind that are about one theme or a narrower one.
// $id: string — the theme
// $label: string — Initiative, Goal, Organisation, PolicyNote or SubsidyScheme
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (:Theme {id: $id}) ((:Theme)<-[up:NARROWER_THAN WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Theme)){0,4}
  (:Theme)<-[tag:HAS_THEME]-(record:Record)
WHERE $label IN labels(record) AND NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND record.visibility IN $visible
  AND (record.until IS NULL OR record.until > $on)
WITH DISTINCT record
RETURN $label AS kind, record.id AS id, record.name AS name, record.summary AS detail
ORDER BY toLower(name), id
LIMIT $limit
