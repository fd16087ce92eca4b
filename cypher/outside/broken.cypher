// One page of the addresses that do not answer, each with its record; by name those that everybody sees first.
// $visible: list of string — visibilities the reader may see
// $problem: string or null — what is wrong
// $kind: string or null — the kind of record
// $order: string — name, oldest or newest: when somebody looked
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (record:Initiative|Organisation)
WHERE record.visibility IN $visible AND record.until IS NULL
  AND (record.website IS NOT NULL OR record.channels IS NOT NULL) AND ($kind IS NULL OR $kind IN labels(record))
UNWIND CASE WHEN record.website IS NULL THEN [] ELSE [record.website] END + coalesce(record.channels, []) AS url
WITH DISTINCT record, url
MATCH (check:LinkCheck {url: url})
WHERE check.problem IS NOT NULL AND ($problem IS NULL OR check.problem = $problem)
RETURN {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id, name: record.name} AS record,
       url AS url, check.problem AS problem, check.checked_at AS checked_at
ORDER BY CASE WHEN $order = 'oldest' THEN check.checked_at END, CASE WHEN $order = 'newest' THEN check.checked_at END DESC,
         record.visibility = 'draft', toLower(record.name), record.id, url
SKIP $skip LIMIT $limit
