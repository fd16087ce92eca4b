// How many addresses do not answer, by what is wrong and the kind of record.
// $visible: list of string — visibilities the reader may see
MATCH (check:LinkCheck)
WHERE check.problem IS NOT NULL
UNWIND check.record_ids AS id
MATCH (record:Record {id: id})
WHERE record.visibility IN $visible AND record.until IS NULL
  AND (record.website = check.url OR check.url IN record.channels)
RETURN check.problem AS problem, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, count(*) AS links
ORDER BY problem, kind
