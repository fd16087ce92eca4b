// What goes to somebody else when a person hands everything over: current tasks, records kept, what is still open; planned ones too.
// $person_id: string — the person
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (person:Person {id: $person_id})
CALL (person) {
  MATCH (person)-[link:CONTACT_FOR|KEEPS|PORTFOLIO_HOLDER_OF|ACCOUNT_HOLDER_OF|SIGNPOST_FOR|STANDS_IN_FOR]->(record:Record)
  WHERE coalesce(link.until > $on AND link.since < link.until, true)
  RETURN link, record
  UNION
  MATCH (person)-[link:DECIDES]->(record:Decision)
  WHERE coalesce(link.until > $on AND link.since < link.until, true) AND record.decided_on IS NULL
  RETURN link, record
  UNION
  MATCH (person)-[link:MADE]->(record:Commitment)
  WHERE coalesce(link.until > $on AND link.since < link.until, true) AND record.kept_on IS NULL
    AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE coalesce(keeps.until > $on AND keeps.since < keeps.until, true) }
  RETURN link, record
  UNION
  MATCH (person)-[link:HELD]->(record:Interaction)
  WHERE coalesce(link.until > $on AND link.since < link.until, true) AND record.next_step IS NOT NULL AND record.next_done_on IS NULL
    AND NOT EXISTS { MATCH (record)<-[keeps:KEEPS]-(:Person) WHERE coalesce(keeps.until > $on AND keeps.since < keeps.until, true) }
  RETURN link, record
}
WITH link, record
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
RETURN type(link) AS link, link.expertise AS expertise, link.since AS since, link.until AS until,
       {kind: [label IN labels(record) WHERE label <> 'Record'][0], id: record.id,
        name: CASE WHEN record:Interaction THEN '' ELSE record.name END} AS mention,
       CASE WHEN record:Interaction THEN {kind: record.interaction_kind, day: record.happened_on} END AS spoken
ORDER BY link, toLower(mention.name), spoken.day, mention.id, since
