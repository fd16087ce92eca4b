// Every figure that was ever switched.
// $limit: integer — how many
MATCH (each:PublishedFigure)
OPTIONAL MATCH (:Account {id: each.changed_by})-[:IS]->(person:Person)
WITH each, head(collect(person.name)) AS changed_by
RETURN each.figure AS figure, coalesce(each.is_on, false) AS is_on, each.changed_on AS changed_on,
       changed_by AS changed_by
ORDER BY figure
LIMIT $limit
