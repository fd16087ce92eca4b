// Records with an address that does not answer, those that everybody sees first.
// $visible: list of string — visibilities the reader may see
// $limit: integer — how many
MATCH (record:Initiative|Organisation)
WHERE record.visibility IN $visible AND record.until IS NULL
  AND (record.website IS NOT NULL OR record.channels IS NOT NULL)
UNWIND CASE WHEN record.website IS NULL THEN [] ELSE [record.website] END + coalesce(record.channels, []) AS url
MATCH (check:LinkCheck {url: url})
WHERE check.problem IS NOT NULL
RETURN {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id, name: record.name} AS record,
       url AS url, check.problem AS problem, check.checked_at AS checked_at
ORDER BY record.visibility = 'draft', toLower(record.name), url
LIMIT $limit
