// What the page of one decision shows besides the decision itself; people who decide only for staff.
// $id: string — the decision
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see who decides by name
// $on: date — the day it is shown of
MATCH (decision:Decision {id: $id})
WHERE decision.visibility IN $visible
RETURN decision.id AS id, decision.visibility AS visibility, decision.version AS version, decision.until AS until,
       coalesce(decision.lang, 'nl') AS lang, decision.level AS level, decision.url AS url,
       COLLECT {
         MATCH (decision)<-[by:DECIDES]-(person:Person)
         WHERE NOT coalesce(by.until <= $on, false)
          AND (NOT coalesce(by.since > $on, false) OR NOT EXISTS {
            MATCH (decision)<-[was:DECIDES]-() WHERE NOT coalesce(was.since > $on, false) }) AND $private AND person.visibility IN $visible
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY person.name
       } AS people
