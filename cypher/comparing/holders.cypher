// Who answered politically for each goal and theme on a day; who left since then by function alone.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $now: date — today: who left by then is no longer named
MATCH (person:Person)-[duty:PORTFOLIO_HOLDER_OF]->(about:Goal|Theme)
WHERE person.visibility IN $visible AND about.visibility IN $visible
  AND NOT coalesce(duty.since > $on OR duty.until <= $on, false)
  AND coalesce(person.until > $on, true) AND coalesce(about.until > $on, true)
WITH about, person, CASE WHEN coalesce(person.until > $now, true) THEN person.name END AS name
WITH about, person, CASE WHEN name IS NULL THEN coalesce(person.function, '')
                 WHEN person.function IS NULL THEN name ELSE name + ', ' + person.function END AS holder
ORDER BY holder
WITH about, collect(DISTINCT holder) AS holders, collect(DISTINCT person.id) AS people
RETURN {kind: [label IN labels(about) WHERE label <> 'Record'][0], id: about.id, name: about.name} AS about,
       holders AS holders, people AS people
ORDER BY toLower(about.name), about.id
