// Count one more, in a window that begins with the first; a window that is over begins again.
// $key: string — what is counted
// $until: datetime — the end of a window that would begin now
// $at: datetime — now
MERGE (throttle:Throttle {key: $key})
  ON CREATE SET throttle.count = 0, throttle.until = $until
SET throttle.count = CASE WHEN throttle.until <= $at THEN 1 ELSE throttle.count + 1 END,
    throttle.until = CASE WHEN throttle.until <= $at THEN $until ELSE throttle.until END
RETURN throttle.count AS count, throttle.until AS until
