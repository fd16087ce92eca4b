// The records that deeds since a moment touched, with the initiatives next to what was added, sought, offered or given.
// $since: datetime — look at audit lines after this moment
// $apart: list of string — deeds that touch no evidence
// $on_links: list of string — deeds on links; their values name both ends
// $known: list of string — deeds that name every record they touch
// $limit: integer — read at most this many lines
MATCH (entry:AuditEntry)
WHERE entry.at > $since AND NOT entry.action IN $apart
WITH entry LIMIT $limit
WITH entry, [entry.record_id] + CASE WHEN entry.action IN $on_links
    THEN split(coalesce(entry.new, entry.old, ''), ' > ') ELSE [] END AS named
WITH count(*) AS lines, all(action IN collect(entry.action) WHERE action IN $known) AS is_known,
     collect({ids: named, new: entry.action = 'add'}) AS deeds
CALL (deeds) {
  UNWIND deeds AS deed
  UNWIND deed.ids AS id
  OPTIONAL MATCH (record:Record {id: id})
  WITH id, CASE WHEN deed.new OR record:Contribution OR record:Need OR record:Offer THEN record END AS centre
  OPTIONAL MATCH (centre)--(near:Initiative)
  RETURN collect(DISTINCT id) + collect(DISTINCT near.id) AS ids
}
RETURN lines AS lines, is_known AS is_known, ids AS ids
