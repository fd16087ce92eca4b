// Contributions and assessments of which the last year with money lies too far back to be asked about.
// $before: date — their last day lies before this one
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (record:Contribution|Assessment)
WHERE record.visibility <> 'removed'
WITH record, reduce(last = null, day IN [record.until, record.granted_on, record.refused_on, record.asked_on, record.decided_on,
       record.told_on, CASE WHEN record.year IS NOT NULL THEN date({year: record.year, month: 12, day: 31}) END]
     | CASE WHEN last IS NULL OR day > last THEN day ELSE last END) AS last
WHERE last < $before
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.name AS name,
       datetime({date: last, timezone: 'UTC'}) AS last_at,
       false AS is_removed, null AS spoken
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
