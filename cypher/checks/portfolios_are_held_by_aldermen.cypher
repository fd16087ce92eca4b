// Only aldermen hold a portfolio.
// $limit: integer — at most this many
MATCH (person:Person)-[holds:PORTFOLIO_HOLDER_OF]->(subject:Record)
WHERE holds.until IS NULL AND coalesce(person.person_kind, '') <> 'alderman'
RETURN person.id AS record_id, 'PORTFOLIO_HOLDER_OF ' + subject.id AS what
ORDER BY record_id, what
LIMIT $limit
