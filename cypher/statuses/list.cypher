// Initiatives with a status and the facts that may contradict it.
// $visible: list of string — visibilities the reader may see
// $ids: list of string — the initiatives
// $on: date — today
// $zone: string — the time zone in which days begin
UNWIND $ids AS id
MATCH (initiative:Initiative {id: id})
WHERE initiative.visibility IN $visible AND initiative.merged_into IS NULL AND initiative.status IS NOT NULL
  AND (initiative.until IS NULL OR initiative.until > $on)
WITH initiative,
     COLLECT { MATCH (initiative)<-[to:TO]-(gift:Contribution) WHERE NOT coalesce(to.until <= $on, false) AND gift.visibility IN $visible RETURN gift } AS gifts,
     COLLECT { MATCH (initiative)<-[to:TO]-(promise:Commitment) WHERE NOT coalesce(to.until <= $on, false) AND promise.visibility IN $visible
       RETURN promise } AS promises,
     COLLECT { MATCH (initiative)-[wait:WAITS_FOR]->(asked:Decision)
       WHERE wait.until IS NULL AND asked.visibility IN $visible RETURN asked } AS decisions,
     COLLECT { MATCH (initiative)<-[about:ABOUT]-(talk:Interaction)
       WHERE NOT coalesce(about.until <= $on, false) AND talk.visibility IN $visible
       RETURN talk.happened_on } AS talks
WITH initiative, promises, decisions,
     // A renewal that was only asked for, or not given, allows nothing: it does not lift the doubt about the permit that ended.
     [gift IN gifts WHERE gift.contribution_kind = 'permit' AND coalesce(gift.amount_granted, 1) > 0
        AND NOT coalesce(gift.refused_on <= $on, false)
        AND coalesce(gift.granted_on <= $on, gift.amount_granted > 0, gift.asked_on IS NULL AND gift.until IS NOT NULL)
      | gift.until] AS permits,
     talks + [gift IN gifts | coalesce(gift.granted_on, gift.refused_on, gift.asked_on)]
       + [promise IN promises | coalesce(promise.kept_on, promise.made_on)]
       + [asked IN decisions | coalesce(asked.decided_on, asked.asked_on)]
       + [initiative.status_confirmed_on, initiative.status_since,
          CASE WHEN initiative.version > 1 THEN date(datetime({datetime: initiative.updated_at, timezone: $zone})) END] AS signs
RETURN initiative.id AS id, initiative.name AS name, initiative.status AS status,
       initiative.status_since AS status_since, initiative.status_confirmed_on AS confirmed_on,
       coalesce(head([day IN [initiative.status_confirmed_on, initiative.status_since] WHERE day <= $on]),
         date(datetime({datetime: initiative.created_at, timezone: $zone}))) AS held_since,
       initiative.ended_on AS ended_on,
       CASE WHEN size(permits) > 0 AND all(day IN permits WHERE day IS NOT NULL AND day <= $on)
         THEN reduce(last = permits[0], day IN permits | CASE WHEN day > last THEN day ELSE last END)
         END AS permit_ended_on,
       coalesce(reduce(last = null, day IN [sign IN signs WHERE sign <= $on]
         | CASE WHEN last IS NULL OR day > last THEN day ELSE last END), date(datetime({datetime: initiative.created_at, timezone: $zone}))) AS last_sign_on,
       size([each IN promises WHERE each.kept_on IS NULL AND each.until IS NULL
             AND coalesce(each.commitment_kind, 'agreement') <> 'request']) AS open_commitments,
       size([each IN decisions WHERE each.decided_on IS NULL AND each.until IS NULL]) AS open_decisions,
       COLLECT { MATCH (initiative)<-[care:CONTACT_FOR]-(person:Person)
         WHERE NOT coalesce(care.since > $on OR care.until <= $on, false) AND person.visibility IN $visible
           AND coalesce(person.until > $on, true)
         RETURN {kind: 'Person', id: person.id, name: person.name} ORDER BY care.since DESC LIMIT 1 } AS contacts,
       COLLECT { MATCH (link:StatusLink {about_id: initiative.id})
         RETURN date(datetime({datetime: link.sent_at, timezone: $zone})) ORDER BY link.sent_at DESC LIMIT 1 } AS asked
ORDER BY name, id
