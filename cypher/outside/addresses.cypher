// Every address of a website or channel with the records it stands on, what was never looked at first, then what was
// looked at longest ago.
// $limit: integer — how many
MATCH (record:Initiative|Organisation)
WHERE record.visibility <> 'removed' AND record.until IS NULL
UNWIND CASE WHEN record.website IS NULL THEN [] ELSE [record.website] END + coalesce(record.channels, []) AS url
WITH url, collect(DISTINCT record.id) AS ids
OPTIONAL MATCH (check:LinkCheck {url: url})
RETURN url AS url, ids AS ids
ORDER BY check.checked_at IS NOT NULL, check.checked_at, url
LIMIT $limit
