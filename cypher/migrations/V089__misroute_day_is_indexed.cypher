// What counts no longer is found by its day.
CREATE INDEX misroute_day IF NOT EXISTS
FOR (node:Misroute) ON (node.day)
