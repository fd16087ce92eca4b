// People in no office, officials who left too, whom no record, account or contact needs any more; also who was removed, until their data is erased.
// $erased: string — the name of who was erased
// $passing: list of string — types of links that need nobody by being there
// $before: datetime — not changed, spoken with or giving since
// $money: date — money given since this day must stay traceable
// $order: string — oldest or name
// $skip: integer — rows before the page
// $limit: integer — rows on the page
MATCH (person:Person)
WHERE person.updated_at < $before AND person.merged_into IS NULL
  AND (coalesce(person.person_kind, 'resident') IN ['resident', 'representative']
    // An official who left held no public office, unless one of these says so (as in privacy/grounds).
    OR person.person_kind = 'official' AND person.until IS NOT NULL
      AND NOT EXISTS { (person)-[:PORTFOLIO_HOLDER_OF|MADE|DECIDES]->(:Record) })
  AND (person.visibility <> 'removed' OR person.name <> $erased)
  AND NOT EXISTS { MATCH (person)-[link]-(:Record) WHERE link.until IS NULL AND NOT type(link) IN $passing }
  AND NOT EXISTS { MATCH (person)<-[:`IS`]-(account:Account) WHERE account.disabled_at IS NULL }
CALL (person) {
  MATCH (person)-[:ABOUT|HELD]-(note:Interaction)
  WHERE note.visibility <> 'removed'
  RETURN max(coalesce(note.happened_on, date(note.created_at))) AS spoken_on
}
CALL (person) {
  MATCH (person)-[:GIVES]->(gift:Contribution)
  WITH gift, coalesce(gift.until, gift.granted_on, gift.asked_on,
                      CASE WHEN gift.year IS NOT NULL THEN date({year: gift.year, month: 12, day: 31}) END,
                      date(gift.created_at)) AS given_on
  RETURN max(CASE WHEN gift.visibility <> 'removed' THEN given_on END) AS gave_on,
         max(CASE WHEN gift.contribution_kind = 'money' THEN given_on END) AS paid_on
}
WITH person, paid_on, reduce(last = person.updated_at, day IN
       [one IN [spoken_on, gave_on, person.until] WHERE one IS NOT NULL | datetime({date: one, timezone: 'UTC'})]
     | CASE WHEN day > last THEN day ELSE last END) AS last
WHERE last < $before AND NOT coalesce(paid_on >= $money, false)
RETURN person.id AS id, 'Person' AS kind, person.name AS name, last AS last_at,
       person.visibility = 'removed' AS is_removed, null AS spoken
ORDER BY CASE WHEN $order = 'name' THEN toLower(name) END, last_at, id
SKIP $skip LIMIT $limit
