// What somebody said of a partner, goal or theme is taken back.
// $key: string — the initiative and the thing
MATCH (said:NotThis {key: $key})
DELETE said
