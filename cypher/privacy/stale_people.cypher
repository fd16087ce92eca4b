// People who are in no office and whom no record or account needs any more.
// $before: datetime — not changed since
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (person:Person)
WHERE person.visibility <> 'removed' AND person.updated_at < $before
  AND coalesce(person.person_kind, 'resident') IN ['resident', 'representative']
  AND NOT EXISTS { MATCH (person)-[link]-(:Record) WHERE link.until IS NULL AND type(link) <> 'MAY_BE_CONTACTED' }
  AND NOT EXISTS { (person)<-[:`IS`]-(:Account) }
RETURN person.id AS id, 'Person' AS kind, person.name AS name, person.updated_at AS last_at
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
