// Make a meeting, or leave it when this id was made before.
// $id: string — its identity, made by the caller
// $properties: map — name, held_on, starts_at, place, seats, and the subject as lists of ids
// $at: datetime — now
MERGE (event:Event {id: $id})
  ON CREATE SET event += $properties, event.created_at = $at, event.is_new = true
WITH event, coalesce(event.is_new, false) AS created
REMOVE event.is_new
RETURN created AS created
