// Keep a question under a name; doing it again with the same id changes nothing.
// $id: string — its identity
// $account_id: string — whose it is
// $properties: map — name, is_shared, ask and the parameters
// $at: datetime — now
MATCH (owner:Account {id: $account_id})
MERGE (saved:SavedQuestion {id: $id})
  ON CREATE SET saved += $properties, saved.version = 1, saved.created_at = $at, saved.updated_at = $at
MERGE (saved)-[:KEPT_BY]->(owner)
RETURN saved.created_at = $at AS created
