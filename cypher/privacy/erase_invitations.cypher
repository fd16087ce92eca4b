// Take the reasons out of the invitations of a person; how many were invited stays.
// $id: string — the person
MATCH (:Person {id: $id})<-[:INVITES]-(invitation:Invitation)
SET invitation.reason = null
