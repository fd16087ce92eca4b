// What was agreed and is not kept yet: made by somebody, or by the body somebody sits in or another about the portfolio.
// $person_id: string or null — who
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (person:Person {id: $person_id})
WITH person, COLLECT { MATCH (person)-[duty:PORTFOLIO_HOLDER_OF]->(held:Goal|Theme)
  WHERE (duty.since IS NULL OR duty.since <= $on) AND (duty.until IS NULL OR duty.until > $on) RETURN DISTINCT held } AS held
MATCH (commitment:Commitment)
WHERE commitment.visibility IN $visible AND commitment.kept_on IS NULL AND commitment.until IS NULL
  AND coalesce(commitment.commitment_kind, 'agreement') <> 'request'
WITH commitment, EXISTS { (person)-[made:MADE]->(commitment) WHERE made.until IS NULL } AS mine,
     EXISTS {
       MATCH path = (commitment)-[:CONCERNS]->(:Goal)-[:PART_OF*0..6]->(top)
       WHERE top IN held AND all(step IN relationships(path) WHERE step.until IS NULL) }
     OR EXISTS {
       MATCH path = (commitment)-[:TO]->(:Initiative)-[:CONTRIBUTES_TO|HAS_THEME]->(:Goal|Theme)
         -[:PART_OF|NARROWER_THAN*0..6]->(top)
       WHERE top IN held AND all(step IN relationships(path) WHERE step.until IS NULL) } AS about
WHERE mine OR about
WITH commitment, mine ORDER BY commitment.made_on, commitment.id LIMIT $limit
RETURN mine AS mine,
       commitment {
         .id, .name, .commitment_kind, .made_on, .kept_on, .evidence,
         makers: [(maker)-[made:MADE]->(commitment)
             WHERE made.until IS NULL AND NOT maker:Person AND maker.visibility IN $visible
             | {kind: [label IN labels(maker) WHERE label <> 'Record'][0], id: maker.id, name: maker.name}]
           + [(commitment)<-[made:MADE]-(who:Person)-[job:WORKS_FOR]->(team:Department|Body)
             WHERE made.until IS NULL AND (NOT coalesce(job.since > coalesce(commitment.made_on, $on) OR job.until <= coalesce(commitment.made_on, $on), false)
          OR job.until IS NULL AND NOT EXISTS {
            MATCH (who)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > coalesce(commitment.made_on, $on) OR held.until <= coalesce(commitment.made_on, $on), false) }) AND team.visibility IN $visible
             | {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}],
         receivers: [(commitment)-[to:TO]->(each) WHERE to.until IS NULL AND each.visibility IN $visible
             | {kind: [label IN labels(each) WHERE label <> 'Record'][0], id: each.id, name: each.name}],
         terms: COLLECT {
           MATCH (commitment)-[:DUE]->(term:Term)
           RETURN {id: term.id, on: term.on, set_on: term.set_on, reason: term.reason, told_on: term.told_on, tellings: coalesce(term.tellings, [])}
           ORDER BY term.set_on, term.id }
       } AS commitment
ORDER BY commitment.made_on, commitment.id
