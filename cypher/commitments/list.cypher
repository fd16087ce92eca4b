// Every commitment that counts, with its terms, who answers for it politically, and under which programme it falls.
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — today
// $limit: integer — how many
MATCH (commitment:Commitment)
WHERE commitment.visibility IN $visible AND (commitment.until IS NULL OR commitment.until > $on)
WITH commitment ORDER BY commitment.made_on DESC, commitment.id LIMIT $limit
WITH commitment, COLLECT {
  MATCH (commitment)-[about:CONCERNS]->(goal:Goal) WHERE about.until IS NULL RETURN goal
  UNION
  MATCH (commitment)-[to:TO]->(:Initiative)-[about:CONTRIBUTES_TO]->(goal:Goal)
  WHERE to.until IS NULL AND about.until IS NULL RETURN goal
} AS goals
RETURN commitment.visibility AS visibility,
       commitment {
         .id, .name, .commitment_kind, .made_on, .kept_on, .evidence,
         makers: [(maker)-[made:MADE]->(commitment)
             WHERE made.until IS NULL AND NOT maker:Person AND maker.visibility IN $visible
             | {kind: [label IN labels(maker) WHERE label <> 'Record'][0], id: maker.id, name: maker.name}]
           + [(commitment)<-[made:MADE]-(:Person)-[job:WORKS_FOR]->(team:Department|Body)
             WHERE made.until IS NULL AND job.until IS NULL AND team.visibility IN $visible
             | {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}],
         receivers: [(commitment)-[to:TO]->(each) WHERE to.until IS NULL AND each.visibility IN $visible
             | {kind: [label IN labels(each) WHERE label <> 'Record'][0], id: each.id, name: each.name}],
         terms: COLLECT {
           MATCH (commitment)-[:DUE]->(term:Term)
           RETURN {on: term.on, set_on: term.set_on, reason: term.reason, told_on: term.told_on}
           ORDER BY term.set_on, term.id }
       } AS commitment,
       COLLECT {
         MATCH (commitment)<-[made:MADE]-(person:Person)
         WHERE made.until IS NULL AND person.visibility IN $visible
           AND ($private OR (person.person_kind = 'alderman' AND person.until IS NULL))
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY person.name } AS people,
       COLLECT {
         MATCH (commitment)<-[made:MADE]-(person:Person {person_kind: 'alderman'})
         WHERE made.until IS NULL AND person.visibility IN $visible AND person.until IS NULL
         RETURN {kind: 'Person', id: person.id, name: person.name} AS alderman
         UNION
         UNWIND goals AS goal
         MATCH path = (goal)-[:PART_OF*0..6]->(:Goal)<-[:PORTFOLIO_HOLDER_OF]-(person:Person)
         WHERE person.visibility IN $visible AND person.until IS NULL
           AND all(step IN relationships(path) WHERE step.until IS NULL)
         RETURN {kind: 'Person', id: person.id, name: person.name} AS alderman } AS aldermen,
       COLLECT {
         UNWIND goals AS goal
         MATCH path = (goal)-[:PART_OF*0..6]->(top:Goal)
         WHERE top.visibility IN $visible AND all(step IN relationships(path) WHERE step.until IS NULL)
           AND NOT EXISTS { MATCH (top)-[part:PART_OF]->(:Goal) WHERE part.until IS NULL }
         RETURN DISTINCT {kind: 'Goal', id: top.id, name: top.name} } AS programmes
ORDER BY commitment.made_on DESC, commitment.id
