// Invitations of the past year are found through the day of their meeting.
CREATE INDEX event_held_on IF NOT EXISTS
FOR (node:Event) ON (node.held_on)
