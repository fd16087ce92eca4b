// What keeps a person from being erased: an office, what was decided or promised, money of the last years, an application.
// $id: string — the person
// $kept_from: date — money of this day or later must stay traceable
MATCH (person:Person {id: $id})
RETURN coalesce(person.person_kind, '') IN ['alderman', 'council_member']
         OR EXISTS { (person)-[:PORTFOLIO_HOLDER_OF|MADE|DECIDES]->(:Record) } AS office,
       EXISTS {
         MATCH (person)-[:INITIATES|GIVES]->(:Initiative|Contribution)<-[:TO]-{0,1}(gift:Contribution {contribution_kind: 'money'})
         WHERE coalesce(gift.granted_on, gift.refused_on, gift.asked_on) >= $kept_from OR gift.year >= $kept_from.year
       } AS money,
       EXISTS {
         MATCH (person)-[:INITIATES]->(:Initiative)-[wait:WAITS_FOR]->(decision:Decision)
         WHERE wait.until IS NULL AND decision.decided_on IS NULL AND decision.decision_kind = 'application'
       } AS application
