// A partner, goal or theme that an initiative had once, or that it has a bridge with that ended before it began.
MATCH (initiative:Initiative)-[had:PARTNERS_IN|INITIATES|CONTRIBUTES_TO|HAS_THEME]-(thing:Organisation|Goal|Theme)
// A link that was laid and taken back on one day never counted.
WHERE had.until IS NOT NULL AND (had.since IS NULL OR had.until > had.since)
RETURN initiative.id + '|' + thing.id AS key
UNION
MATCH (initiative:Initiative)<-[:BETWEEN]-(bridge:Bridge)-[:BETWEEN]->(thing:Organisation)
WHERE bridge.state IN ['refused', 'known_already', 'stopped']
RETURN initiative.id + '|' + thing.id AS key
