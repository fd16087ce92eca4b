// The initiatives whose present status began after a day: theirs may have been another on that day.
// $visible: list of string — visibilities the reader may see
// $before: date — the day
// $on: date — a later day; what ended by then is left out
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.status_since > $before
  AND (initiative.until IS NULL OR initiative.until > $on)
RETURN initiative.id AS id, initiative.name AS name, initiative.status AS status,
       initiative.status_since AS status_since
ORDER BY toLower(name), id
