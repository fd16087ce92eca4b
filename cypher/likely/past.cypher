// A partner, goal or theme that an initiative had once, or that it has a bridge with that ended before it began.
// A record that was merged away counts as the one that took its place.
MATCH (initiative:Initiative)-[had:PARTNERS_IN|INITIATES|CONTRIBUTES_TO|HAS_THEME]-(thing:Organisation|Goal|Theme)
// A link that was laid and taken back on one day never counted.
WHERE had.until IS NOT NULL AND (had.since IS NULL OR had.until > had.since)
RETURN coalesce(initiative.merged_into, initiative.id) + '|' + coalesce(thing.merged_into, thing.id) AS key
UNION
MATCH (initiative:Initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(thing:Organisation)
WHERE bridge.state IN ['refused', 'known_already', 'stopped']
RETURN initiative.id + '|' + thing.id AS key
