// Change what is told of a meeting.
// $id: string — the meeting
// $properties: map — what changes
// $at: datetime — now
MATCH (event:Event {id: $id})
SET event += $properties, event.version = event.version + 1, event.changed_at = $at
