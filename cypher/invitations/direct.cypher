// Organisations about the subject and in its areas, and officials whose remit it is.
// $subjects: list of string — ids of goals and themes, the trees included
// $areas: list of string — ids of areas, the trees included
// $on: date — today: a link that ends later still counts
// $visible: list of string — visibilities the reader may see
CALL () {
  UNWIND $subjects AS subject_id
  MATCH (:Goal|Theme {id: subject_id})<-[link:HAS_THEME|ACCOUNT_HOLDER_OF|PORTFOLIO_HOLDER_OF|SIGNPOST_FOR]-(party:Person|Organisation)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN party, subject_id AS touched, type(link) AS link
  UNION ALL
  UNWIND $areas AS area_id
  MATCH (:Area {id: area_id})<-[link:LOCATED_IN|ACCOUNT_HOLDER_OF|SIGNPOST_FOR]-(party:Person|Organisation)
  WHERE NOT coalesce(link.since > $on OR link.until <= $on, false)
  RETURN party, area_id AS touched, type(link) AS link
}
WITH party, touched, link
WHERE party.visibility IN $visible AND party.until IS NULL
RETURN party.id AS id, touched AS touched, link AS link
ORDER BY id, touched, link
