// Hold a meeting so that nobody else changes it before this transaction ends.
// $id: string — the meeting
MATCH (event:Event {id: $id})
SET event.version = coalesce(event.version, 1)
