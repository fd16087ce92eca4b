// The answer that is kept of one initiative, with the state of the graph that it belongs to, and how many audit lines there are.
// $id: string — the initiative
CALL () {
  MATCH (entry:AuditEntry)
  RETURN count(entry) AS lines
}
OPTIONAL MATCH (standing:BridgesStanding {id: 'all'})
OPTIONAL MATCH (kept:KeptBridges {id: $id, version: standing.version})
RETURN lines AS lines, standing.version AS version, standing.lines AS lines_then, standing.since AS since,
       standing.before AS before, standing.known AS known, standing.day AS day, standing.weights AS weights, kept.answer AS answer
