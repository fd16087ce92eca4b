// Who now answers for goals, themes and areas.
// $subjects: list of string — ids
// $on: date — today: a link that ends later still counts
UNWIND $subjects AS subject_id
MATCH (subject:Record {id: subject_id})<-[link:ACCOUNT_HOLDER_OF|PORTFOLIO_HOLDER_OF]-(holder:Person)
WHERE (link.until IS NULL OR link.until > $on) AND holder.visibility <> 'removed'
RETURN DISTINCT subject_id AS subject_id, holder.id AS holder_id, elementId(holder) AS holder_place
ORDER BY subject_id, holder_id
