// The most useful datum that is missing: of the reader's own initiatives first, then by how much it helps.
// $visible: list of string — visibilities the reader may see
// $person_id: string or null — the reader; initiatives this person is the contact of, or keeps, come first
// $own: boolean — only initiatives that the reader undertakes
// $by: string — the account, which put some questions aside
// $fields: list of string — what can be asked, the most useful first
// $on: date — today
// $limit: integer — how many
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.merged_into IS NULL
  AND (initiative.until IS NULL OR initiative.until > $on)
  AND NOT coalesce(initiative.status, 'idea') IN ['completed', 'stopped']
  AND (NOT $own OR EXISTS {
    MATCH (:Person {id: $person_id})-[work:WORKS_FOR]->{0,1}(party:Person|Organisation)-[starts:INITIATES]->(initiative)
    WHERE all(link IN work WHERE link.until IS NULL) AND starts.until IS NULL })
WITH initiative, [
  CASE WHEN NOT EXISTS { MATCH (initiative)<-[link:CONTACT_FOR]-(person:Person)
    WHERE coalesce(link.until > $on AND link.since < link.until, true) AND coalesce(person.until > $on, true) } THEN 'contact' END,
  CASE WHEN NOT EXISTS { MATCH (initiative)-[link:LOCATED_IN]->(:Area) WHERE link.until IS NULL } THEN 'areas' END,
  CASE WHEN NOT EXISTS { MATCH (initiative)-[link:CONTRIBUTES_TO]->(:Goal) WHERE link.until IS NULL } THEN 'goals' END,
  CASE WHEN NOT EXISTS { MATCH (initiative)-[link:HAS_THEME]->(:Theme) WHERE link.until IS NULL } THEN 'themes' END,
  CASE WHEN initiative.summary IS NULL THEN 'summary' END,
  CASE WHEN initiative.description IS NULL THEN 'description' END,
  CASE WHEN initiative.status IS NULL THEN 'status' END,
  CASE WHEN initiative.started_on IS NULL AND coalesce(initiative.status, 'idea') <> 'idea' THEN 'started_on' END,
  CASE WHEN initiative.website IS NULL THEN 'website' END] AS lacks,
  EXISTS { MATCH (:Person {id: $person_id})-[mine:CONTACT_FOR|KEEPS]->(initiative)
    WHERE NOT coalesce(mine.since > $on OR mine.until <= $on, false) } AS mine
UNWIND range(0, size($fields) - 1) AS place
WITH initiative, mine, place, $fields[place] AS field, lacks
WHERE field IN lacks AND NOT EXISTS {
  MATCH (aside:PutAside {key: $by + ':' + initiative.id + ':' + field}) WHERE aside.until > $on }
RETURN initiative.id AS id, initiative.name AS name, initiative.version AS version, field AS field, mine AS mine
ORDER BY mine DESC, place, toLower(name), id
LIMIT $limit
