// One page of the addresses that do not answer, each with its record; by name those that everybody sees first.
// $visible: list of string — visibilities the reader may see
// $problem: string or null — what is wrong
// $kind: string or null — the kind of record
// $order: string — name, oldest or newest: when somebody looked
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (check:LinkCheck)
WHERE check.problem IS NOT NULL AND ($problem IS NULL OR check.problem = $problem)
UNWIND check.record_ids AS id
MATCH (record:Record {id: id})
WHERE record.visibility IN $visible AND record.until IS NULL AND ($kind IS NULL OR $kind IN labels(record))
  AND (record.website = check.url OR check.url IN record.channels)
RETURN {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id, name: record.name} AS record,
       check.url AS url, check.problem AS problem, check.checked_at AS checked_at
ORDER BY CASE WHEN $order = 'oldest' THEN check.checked_at END, CASE WHEN $order = 'newest' THEN check.checked_at END DESC,
         record.visibility = 'draft', toLower(record.name), record.id, url
SKIP $skip LIMIT $limit
