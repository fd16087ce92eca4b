// Records that nobody keeps, with the day of their review.
// $visible: list of string — visibilities the reader may see
// $kinds: list of string — the kinds asked for
// $on: date — today
// $from: date or null — only what is to be looked at on this day or later
// $before: date or null — only what is to be looked at before this day
// $periods: map — after how many days a kind is looked at again
// $period: integer — the same for the other kinds
// $zone: string — the time zone in which days begin
// $by_name: boolean — in order of name instead of day; contacts, whose names are their words, come last
// $skip: integer — leave out this many from the front
// $limit: integer — at most this many
MATCH (record:Record)
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on) AND record.merged_into IS NULL
  AND any(label IN labels(record) WHERE label IN $kinds)
  AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL }
WITH record, [label IN labels(record) WHERE label <> 'Record'][0] AS kind
WITH record, kind,
     coalesce(record.review_on, date(datetime({datetime: record.created_at, timezone: $zone})) + duration({days: coalesce($periods[kind], $period)})) AS review_on
WHERE ($from IS NULL OR review_on >= $from) AND ($before IS NULL OR review_on < $before)
WITH record, kind, review_on, CASE WHEN $by_name AND NOT record:Interaction THEN toLower(record.name) END AS name
ORDER BY name, review_on, record.id SKIP $skip LIMIT $limit
RETURN {kind: kind, id: record.id, name: CASE WHEN record:Interaction THEN '' ELSE record.name END} AS mention,
       CASE WHEN record:Interaction THEN {kind: record.interaction_kind, day: record.happened_on} END AS spoken,
       review_on AS review_on, [] AS keepers
ORDER BY name, review_on, mention.id
