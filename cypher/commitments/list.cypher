// Every commitment that counts, with its terms, who answers for it politically, and under which programme it falls.
// For staff the alderman who made it stays with it after leaving, beside who answers for its goal now.
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — the day; by whom and to whom is known from the day it was made, whenever that was recorded
// $since: date or null — made on this day or later
// $until: date or null — made on this day or earlier
// $limit: integer — how many
MATCH (commitment:Commitment)
WHERE commitment.visibility IN $visible AND (commitment.until IS NULL OR commitment.until > $on)
  AND ($since IS NULL OR commitment.made_on >= $since) AND ($until IS NULL OR commitment.made_on <= $until)
WITH commitment ORDER BY commitment.made_on IS NULL, commitment.made_on DESC, commitment.id LIMIT $limit
WITH commitment, COLLECT {
  MATCH (commitment)-[about:CONCERNS]->(goal:Goal) WHERE NOT coalesce(about.since > $on OR about.until <= $on, false) RETURN goal
  UNION
  MATCH (commitment)-[to:TO]->(:Initiative)-[about:CONTRIBUTES_TO]->(goal:Goal)
  WHERE NOT coalesce(to.until <= $on, false) AND NOT coalesce(about.since > $on OR about.until <= $on, false) RETURN goal
} AS goals
RETURN commitment.visibility AS visibility,
       commitment {
         .id, .name, .commitment_kind, .made_on, .kept_on, .evidence,
         makers: [(maker)-[made:MADE]->(commitment)
             WHERE NOT coalesce(made.until <= $on, false) AND NOT maker:Person AND maker.visibility IN $visible
             | {kind: [label IN labels(maker) WHERE label <> 'Record'][0], id: maker.id, name: maker.name}]
           + [(commitment)<-[made:MADE]-(who:Person)-[job:WORKS_FOR]->(team:Department|Body)
             WHERE NOT coalesce(made.until <= $on, false) AND (NOT coalesce(job.since > coalesce(commitment.made_on, $on) OR job.until <= coalesce(commitment.made_on, $on), false)
          OR NOT coalesce(job.since > $on OR job.until <= $on, false) AND NOT EXISTS {
            MATCH (who)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > coalesce(commitment.made_on, $on) OR held.until <= coalesce(commitment.made_on, $on), false) }) AND team.visibility IN $visible
             | {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}],
         receivers: [(commitment)-[to:TO]->(each) WHERE NOT coalesce(to.until <= $on, false) AND each.visibility IN $visible
             | {kind: [label IN labels(each) WHERE label <> 'Record'][0], id: each.id, name: each.name}],
         terms: COLLECT {
           MATCH (commitment)-[:DUE]->(term:Term)
           RETURN {id: term.id, on: term.on, set_on: term.set_on, reason: term.reason, told_on: term.told_on, tellings: coalesce(term.tellings, [])}
           ORDER BY term.set_on, term.id }
       } AS commitment,
       COLLECT {
         MATCH (commitment)<-[made:MADE]-(person:Person)
         WHERE NOT coalesce(made.until <= $on, false) AND person.visibility IN $visible
           AND ($private OR (person.person_kind = 'alderman' AND person.until IS NULL))
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY person.name } AS people,
       COLLECT {
         MATCH (commitment)<-[made:MADE]-(person:Person {person_kind: 'alderman'})
         WHERE NOT coalesce(made.until <= $on, false) AND person.visibility IN $visible
           AND ($private OR person.until IS NULL)
         RETURN {id: person.id, name: person.name, is_former: coalesce(person.until <= $on, false)} AS alderman
         UNION
         UNWIND goals AS goal
         MATCH path = (goal)-[:PART_OF*0..6]->(:Goal)<-[duty:PORTFOLIO_HOLDER_OF]-(person:Person)
         WHERE person.visibility IN $visible AND ($private AND coalesce(person.until > $on, true) OR person.until IS NULL)
           AND NOT coalesce(duty.since > $on OR duty.until <= $on, false)
           AND all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
         RETURN {id: person.id, name: person.name, is_former: false} AS alderman } AS aldermen,
       COLLECT {
         UNWIND goals AS goal
         MATCH path = (goal)-[:PART_OF*0..6]->(top:Goal)
         WHERE top.visibility IN $visible AND all(step IN relationships(path) WHERE NOT coalesce(step.since > $on OR step.until <= $on, false))
           AND NOT EXISTS { MATCH (top)-[part:PART_OF]->(:Goal) WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) }
         RETURN DISTINCT {kind: 'Goal', id: top.id, name: top.name} } AS programmes
ORDER BY commitment.made_on DESC, commitment.id
