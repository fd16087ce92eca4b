// The invitations of a person.
// $id: string — the person
// $limit: integer — at most this many
MATCH (:Person {id: $id})<-[:INVITES]-(invitation:Invitation)-[:FOR]->(event:Event)
RETURN event.name AS meeting, event.held_on AS held_on, invitation.state AS state, invitation.reason AS reason
ORDER BY held_on, meeting
LIMIT $limit
