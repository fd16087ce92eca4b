// What ties people, organisations, teams and initiatives to each other, one step from each of these; rarest first.
// $ids: list of string — from where
// $visible: list of string — the visibilities the reader may see
// $today: date — today
// $crowd: integer — who or what has more links than this introduces nobody
// $limit: integer — at most this many ties
UNWIND $ids AS id
CALL (id) {
  MATCH (near:Record {id: id})
  MATCH (near)-[link:INITIATES|CONTACT_FOR|PARTNERS_IN|HANDLED_BY|WORKS_FOR|STANDS_IN_FOR|ACCOUNT_HOLDER_OF]-(far:Record)
  WHERE NOT coalesce(link.since > $today OR link.until <= $today, false) AND COUNT { (near)--() } <= $crowd
    AND (far:Initiative OR far:Person OR far:Organisation OR far:Department OR far:Body)
  RETURN type(link) AS kind, startNode(link).id AS start, endNode(link).id AS end, null AS on, near AS here, far
  UNION ALL
  MATCH (near:Record {id: id})
  MATCH (near)-[first:HELD|ABOUT]-(talk:Interaction)-[second:HELD|ABOUT]-(far:Record)
  WHERE type(first) <> type(second) AND first.until IS NULL AND second.until IS NULL
    AND talk.visibility IN $visible AND far <> near AND COUNT { (near)--() } <= $crowd
  WITH near, far, type(first) AS role, max(talk.happened_on) AS on
  RETURN 'SPOKE' AS kind, CASE role WHEN 'HELD' THEN near.id ELSE far.id END AS start,
         CASE role WHEN 'HELD' THEN far.id ELSE near.id END AS end, on, near AS here, far
  UNION ALL
  MATCH (near:Record {id: id})<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(far:Record)
  WHERE bridge.state IN ['introduced', 'met', 'working_together', 'result'] AND far <> near
  RETURN CASE bridge.state WHEN 'introduced' THEN 'INTRODUCED' WHEN 'met' THEN 'MET' ELSE 'TOGETHER' END AS kind,
         near.id AS start, far.id AS end, date(bridge.state_since) AS on, near AS here, far
}
WITH kind, start, end, on, here, far
WHERE far.visibility IN $visible AND far.until IS NULL AND far.merged_into IS NULL AND COUNT { (far)--() } <= $crowd
WITH DISTINCT kind, start, end, on, CASE
  WHEN far:Organisation OR far:Department OR far:Body THEN COUNT { (far)--() }
  WHEN here:Organisation OR here:Department OR here:Body THEN COUNT { (here)--() } ELSE 1 END AS links
RETURN kind AS kind, start AS start, end AS end, on AS on, links AS links
ORDER BY links, kind, start, end
LIMIT $limit
