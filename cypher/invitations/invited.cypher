// Who is invited to a meeting, in order of rank.
// $id: string — the meeting
// $limit: integer — at most this many
MATCH (:Event {id: $id})<-[:FOR]-(invitation:Invitation)-[:INVITES]->(party:Person|Organisation)
WHERE party.visibility <> 'removed'
RETURN party.id AS id, party:Person AS is_person, party.name AS name, invitation.rank AS rank,
       invitation.score AS score, invitation.basis AS basis, invitation.reason AS reason,
       party.person_kind IN ['alderman', 'official', 'council_member'] AS is_official
ORDER BY rank, id
LIMIT $limit
