// The public address of the organisation that the teams are part of: the municipality itself.
MATCH (:Department)-[part:PART_OF]->(town:Organisation)
WHERE part.until IS NULL AND town.email IS NOT NULL AND town.visibility = 'published'
RETURN DISTINCT town.name AS name, town.email AS email
ORDER BY name
LIMIT 1
