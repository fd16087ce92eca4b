// What was asked for and given to one initiative, newest first.
// $id: string — the initiative
// $visible: list of string — visibilities the reader may see
MATCH (initiative:Initiative {id: $id})<-[:TO]-(gift:Contribution)
WHERE gift.visibility IN $visible
RETURN gift.id AS id, gift.name AS name, gift.contribution_kind AS contribution_kind,
       gift.amount_asked AS amount_asked, gift.amount_granted AS amount_granted, gift.extent AS extent,
       gift.reason AS reason, gift.continuity AS continuity, gift.asked_on AS asked_on,
       gift.granted_on AS granted_on, gift.until AS until, gift.year AS year,
       [(giver)-[:GIVES]->(gift) WHERE giver.visibility IN $visible AND NOT giver:Person
        | {kind: [label IN labels(giver) WHERE label <> 'Record'][0], id: giver.id, name: giver.name}] AS givers,
       head([(gift)-[:UNDER]->(scheme) WHERE scheme.visibility IN $visible
        | {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name}]) AS scheme
ORDER BY coalesce(gift.granted_on, gift.asked_on) DESC, gift.id
LIMIT 200
