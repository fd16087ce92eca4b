// One meeting.
// $id: string — the meeting
MATCH (event:Event {id: $id})
RETURN event.id AS id, event.name AS name, event.held_on AS held_on, event.starts_at AS starts_at,
       event.place AS place, event.seats AS seats, COUNT { (event)<-[:FOR]-(:Invitation) } AS invited
