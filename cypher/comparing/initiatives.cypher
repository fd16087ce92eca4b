// The initiatives that were known on a day: from the first day that the record or one of its links names.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND (initiative.until IS NULL OR initiative.until > $on)
WITH initiative, reduce(first = initiative.started_on, since IN COLLECT {
       MATCH (initiative)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|INITIATES|PARTNERS_IN|CONTACT_FOR|HANDLED_BY]-()
       WHERE link.since IS NOT NULL RETURN link.since }
     | CASE WHEN first IS NULL OR since < first THEN since ELSE first END) AS known_on
WHERE known_on IS NULL OR known_on <= $on
RETURN 'Initiative' AS kind, initiative.id AS id, initiative.name AS name
ORDER BY toLower(name), id
