// The first of these teams that has a mailbox.
// $ids: list of string — teams, first choice first
UNWIND range(0, size($ids) - 1) AS place
MATCH (team:Department {id: $ids[place]})
WHERE team.email IS NOT NULL AND team.visibility = 'published' AND team.until IS NULL
RETURN team.name AS name, team.email AS email
ORDER BY place
LIMIT 1
