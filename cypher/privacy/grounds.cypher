// What keeps a person from being erased: an office, money given in the years that must be kept, a decision waited for.
// $id: string — the person
// $kept_from: date — money of this day or later must stay traceable
MATCH (person:Person {id: $id})
RETURN coalesce(person.person_kind, '') IN ['alderman', 'council_member']
         OR EXISTS { (person)-[:PORTFOLIO_HOLDER_OF|MADE]->(:Record) } AS office,
       EXISTS {
         MATCH (person)-[:INITIATES]->(:Initiative)<-[:TO]-(gift:Contribution {contribution_kind: 'money'})
         WHERE coalesce(gift.granted_on, gift.refused_on, gift.asked_on) >= $kept_from OR gift.year >= $kept_from.year
       } AS money,
       EXISTS {
         MATCH (person)-[:INITIATES]->(:Initiative)-[wait:WAITS_FOR]->(decision:Decision)
         WHERE wait.until IS NULL AND decision.decided_on IS NULL AND decision.decision_kind = 'application'
       } AS application
