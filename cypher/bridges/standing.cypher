// The bridge between two, when somebody did something with it.
// $pair: string — both ids, sorted and joined
MATCH (bridge:Bridge {pair: $pair})
RETURN bridge.id AS id, bridge.state AS state, bridge.state_since AS since, bridge.state_by AS by, bridge.text AS text,
       bridge.wish AS wish, bridge.reminded_at AS reminded_at
