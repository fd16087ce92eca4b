// Take back what was counted: it turned out well.
// $key: string — what is counted
// $all: boolean — whether everything is forgiven, or only this one
MATCH (throttle:Throttle {key: $key})
SET throttle.count = CASE WHEN $all OR throttle.count < 1 THEN 0 ELSE throttle.count - 1 END
