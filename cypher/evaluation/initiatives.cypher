// Every initiative that bridges are looked for, with all who initiate it now, shown or not.
// $visible: list of string — the visibilities the reader may see
MATCH (initiative:Initiative)
WHERE initiative.visibility IN $visible AND initiative.until IS NULL AND initiative.merged_into IS NULL
  AND coalesce(initiative.status, '') <> 'stopped'
RETURN initiative.id AS id, initiative.name AS name, COLLECT {
    MATCH (initiative)<-[link:INITIATES]-(who) WHERE link.until IS NULL RETURN DISTINCT who.id ORDER BY who.id
  } AS initiators, initiative.external_id AS external_id
ORDER BY id
