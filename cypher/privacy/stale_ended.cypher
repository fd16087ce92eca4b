// What ended long ago and no longer serves the overview, and was not given money that must still be accounted for.
// $kinds: list of string — the kinds that are kept while they serve
// $before: date — ended before this day
// $money: date — money since this day keeps what it was given to
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (record:Record)
WHERE record.until < $before AND record.visibility <> 'removed' AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS {
    MATCH (record)<-[:TO]-(gift:Contribution)
    WHERE gift.visibility <> 'removed'
      AND coalesce(gift.granted_on, gift.refused_on, gift.asked_on, date({year: coalesce(gift.year, 1), month: 12, day: 31})) >= $money }
RETURN record.id AS id, [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.name AS name,
       datetime({date: record.until, timezone: 'UTC'}) AS last_at,
       false AS is_removed, null AS spoken
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
