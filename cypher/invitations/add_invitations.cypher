// Put the invitations of a meeting ready.
// $event_id: string — the meeting
// $invitations: list of map — id, party_id, rank, score, basis, reason
MATCH (event:Event {id: $event_id})
UNWIND $invitations AS each
MATCH (party:Person|Organisation {id: each.party_id})
MERGE (invitation:Invitation {id: each.id})
  ON CREATE SET invitation.state = 'ready', invitation.rank = each.rank, invitation.score = each.score,
                invitation.basis = each.basis, invitation.reason = each.reason
MERGE (invitation)-[:FOR]->(event)
MERGE (invitation)-[:INVITES]->(party)
