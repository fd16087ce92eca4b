// Next steps that are due, of contacts somebody had or keeps.
// $person_id: string or null — who
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (person:Person {id: $person_id})-[mine:HELD|KEEPS]->(interaction:Interaction)
WHERE mine.until IS NULL AND interaction.visibility IN $visible
  AND interaction.next_step IS NOT NULL AND interaction.next_done_on IS NULL AND interaction.next_on <= $on
  AND (mine:KEEPS OR NOT EXISTS { MATCH (interaction)<-[keeps:KEEPS]-(:Person) WHERE keeps.until IS NULL })
WITH DISTINCT person, interaction
ORDER BY interaction.next_on, interaction.id
LIMIT $limit
RETURN interaction.id AS id, interaction.version AS version, interaction.name AS name,
       interaction.next_step AS next_step, interaction.next_on AS next_on,
       EXISTS { (person)-[held:HELD WHERE held.until IS NULL]->(interaction) } AS is_own,
       COLLECT { MATCH (interaction)-[link:ABOUT]->(what:Record)
         WHERE link.until IS NULL AND what.visibility IN $visible
         RETURN {kind: [label IN labels(what) WHERE label <> 'Record'][0], id: what.id, name: what.name}
         ORDER BY what.name } AS about
ORDER BY next_on, id
