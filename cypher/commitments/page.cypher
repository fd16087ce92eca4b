// One commitment with its terms, who made it and to whom, and the goals it is about; a person who made it also as the team.
// $id: string — the commitment
// $visible: list of string — visibilities the reader may see
// $private: boolean — whether the reader may see names that are not public
// $on: date — the day; by whom and to whom is known from the day it was made, whenever that was recorded
MATCH (commitment:Commitment {id: $id})
WHERE commitment.visibility IN $visible
RETURN commitment.id AS id, commitment.version AS version, commitment.visibility AS visibility,
       coalesce(commitment.lang, 'nl') AS lang, commitment.until AS until,
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
         MATCH (commitment)-[about:CONCERNS]->(goal:Goal)
         WHERE NOT coalesce(about.since > $on OR about.until <= $on, false) AND goal.visibility IN $visible
         RETURN {kind: 'Goal', id: goal.id, name: goal.name} ORDER BY goal.name } AS goals
