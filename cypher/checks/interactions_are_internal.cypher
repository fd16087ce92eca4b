// What was said and written with people is never published.
// $limit: integer — at most this many
MATCH (interaction:Interaction {visibility: 'published'})
RETURN interaction.id AS record_id, interaction.name AS what
ORDER BY record_id, what
LIMIT $limit
