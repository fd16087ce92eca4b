// Promises and agreements that are not kept yet and have a term that passed; those of which nothing was told lately first.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $limit: integer — how many
MATCH (commitment:Commitment)
WHERE commitment.visibility IN $visible AND commitment.kept_on IS NULL AND commitment.until IS NULL
  AND coalesce(commitment.commitment_kind, 'agreement') <> 'request'
  AND EXISTS { (commitment)-[:DUE]->(term:Term) WHERE term.on < $on }
WITH commitment, head(COLLECT {
  MATCH (commitment)-[:DUE]->(term:Term) WHERE term.on IS NOT NULL RETURN term.on ORDER BY term.on
}) AS first
WITH commitment, first, EXISTS { (commitment)-[:DUE]->(term:Term) WHERE term.told_on >= first } AS told
ORDER BY told, first, commitment.id
LIMIT $limit
RETURN commitment.id AS id, commitment.name AS name, commitment.commitment_kind AS commitment_kind,
       commitment.made_on AS made_on, commitment.kept_on AS kept_on, commitment.evidence AS evidence,
       [(maker)-[made:MADE]->(commitment) WHERE NOT coalesce(made.until <= $on, false) AND NOT maker:Person AND maker.visibility IN $visible
        | {kind: [label IN labels(maker) WHERE label <> 'Record'][0], id: maker.id, name: maker.name}]
       + [(commitment)<-[made:MADE]-(who:Person)-[job:WORKS_FOR]->(team:Department|Body)
        WHERE NOT coalesce(made.until <= $on, false) AND (NOT coalesce(job.since > coalesce(commitment.made_on, $on) OR job.until <= coalesce(commitment.made_on, $on), false)
          OR NOT coalesce(job.since > $on OR job.until <= $on, false) AND NOT EXISTS {
            MATCH (who)-[held:WORKS_FOR]->(:Department|Body) WHERE NOT coalesce(held.since > coalesce(commitment.made_on, $on) OR held.until <= coalesce(commitment.made_on, $on), false) }) AND team.visibility IN $visible
        | {kind: [label IN labels(team) WHERE label <> 'Record'][0], id: team.id, name: team.name}] AS makers,
       [(commitment)-[to:TO]->(each) WHERE NOT coalesce(to.until <= $on, false) AND each.visibility IN $visible
        | {kind: [label IN labels(each) WHERE label <> 'Record'][0], id: each.id, name: each.name}] AS receivers,
       COLLECT {
         MATCH (commitment)-[:DUE]->(term:Term)
         RETURN {id: term.id, on: term.on, set_on: term.set_on, reason: term.reason, told_on: term.told_on, tellings: coalesce(term.tellings, [])}
         ORDER BY term.set_on, term.id
       } AS terms
ORDER BY told, first, id
