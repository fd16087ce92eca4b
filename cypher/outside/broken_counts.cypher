// How many addresses do not answer, by what is wrong and the kind of record.
// $visible: list of string — visibilities the reader may see
MATCH (record:Initiative|Organisation)
WHERE record.visibility IN $visible AND record.until IS NULL
  AND (record.website IS NOT NULL OR record.channels IS NOT NULL)
UNWIND CASE WHEN record.website IS NULL THEN [] ELSE [record.website] END + coalesce(record.channels, []) AS url
WITH DISTINCT record, url
MATCH (check:LinkCheck {url: url})
WHERE check.problem IS NOT NULL
RETURN check.problem AS problem, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, count(*) AS links
ORDER BY problem, kind
