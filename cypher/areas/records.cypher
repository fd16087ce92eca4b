// The initiatives or organisations in one area and in those inside it.
// $id: string — the area
// $label: string — Initiative or Organisation
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (:Area {id: $id}) ((:Area)<-[up:PART_OF WHERE NOT coalesce(up.since > $on OR up.until <= $on, false)]-(:Area)){0,4}
  (place:Area)<-[located:LOCATED_IN]-(record:Record)
WHERE $label IN labels(record) AND NOT coalesce(located.since > $on OR located.until <= $on, false) AND record.visibility IN $visible
  AND (record.until IS NULL OR record.until > $on)
WITH record, min(place.name) AS place
RETURN $label AS kind, record.id AS id, record.name AS name, coalesce(record.summary, place) AS detail
ORDER BY toLower(name), id
LIMIT $limit
