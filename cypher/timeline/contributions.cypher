// What was asked for and given to one initiative, newest first.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
MATCH (initiative:Initiative {id: $id})<-[to:TO]-(gift:Contribution)
WHERE gift.visibility IN $visible AND NOT coalesce(to.until <= $on, false)
RETURN gift.id AS id, gift.name AS name, gift.contribution_kind AS contribution_kind,
       gift.amount_asked AS amount_asked, gift.amount_granted AS amount_granted, gift.extent AS extent,
       gift.reason AS reason, gift.continuity AS continuity, gift.asked_on AS asked_on,
       gift.granted_on AS granted_on, gift.refused_on AS refused_on, gift.until AS until, gift.year AS year,
       [(giver)-[gives:GIVES]->(gift) WHERE NOT coalesce(gives.until <= $on, false) AND giver.visibility IN $visible AND NOT giver:Person
        | {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name}] AS givers,
       head([(gift)-[under:UNDER]->(scheme) WHERE NOT coalesce(under.until <= $on, false) AND scheme.visibility IN $visible
        | {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}]) AS scheme
ORDER BY coalesce(gift.granted_on, gift.refused_on, gift.asked_on) DESC, gift.id
LIMIT 200
