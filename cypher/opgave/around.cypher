// What is around these goals and initiatives: notes, schemes, themes and organisations; the last two with how many initiatives.
// $goals: list of string — the goals
// $initiatives: list of string — the initiatives that work at them
// $visible: list of string — visibilities the reader may see
// $on: date — the day
CALL () {
  UNWIND $initiatives AS id
  MATCH (initiative:Initiative {id: id})
  RETURN initiative AS record, null AS member
  UNION
  UNWIND $initiatives AS id
  MATCH (:Initiative {id: id})-[link:HAS_THEME]->(theme:Theme)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN theme AS record, id AS member
  UNION
  UNWIND $initiatives AS id
  MATCH (:Initiative {id: id})<-[link:PARTNERS_IN|INITIATES]-(party:Organisation)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN party AS record, id AS member
  UNION
  UNWIND $goals AS id
  MATCH (:Goal {id: id})-[link:DERIVED_FROM]->(note:PolicyNote)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN note AS record, null AS member
  UNION
  UNWIND $goals AS id
  MATCH (:Goal {id: id})<-[link:SERVES]-(scheme:SubsidyScheme)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN scheme AS record, null AS member
}
WITH record, count(DISTINCT member) AS initiatives
WHERE record.visibility IN $visible AND (record.until IS NULL OR record.until > $on)
RETURN [label IN labels(record) WHERE label <> 'Record'][0] AS kind, record.id AS id, record.name AS name,
       initiatives AS initiatives
ORDER BY kind, initiatives DESC, toLower(name), id
