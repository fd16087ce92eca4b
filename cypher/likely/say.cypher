// Somebody says that a partner, goal or theme does not belong to an initiative.
// $key: string — the initiative and the thing
// $by: string — the account
// $on: date — today
MERGE (said:NotThis {key: $key})
  ON CREATE SET said.by = $by, said.said_on = $on
