// One organisation with its themes, areas and teams.
// $id: string — the organisation
// $visible: list of string — visibilities the reader may see
// $on: date — the day
MATCH (organisation:Organisation {id: $id})
WHERE organisation.visibility IN $visible
RETURN organisation.id AS id, organisation.visibility AS visibility, organisation.until AS until,
       coalesce(organisation.lang, 'nl') AS lang,
       organisation.name AS name, organisation.organisation_kind AS organisation_kind,
       organisation.description AS description, organisation.website AS website,
       coalesce(organisation.channels, []) AS channels, organisation.email AS email,
       organisation.telephone AS telephone,
       COLLECT { MATCH (organisation)-[tag:HAS_THEME]->(theme) WHERE NOT coalesce(tag.since > $on OR tag.until <= $on, false) AND theme.visibility IN $visible
         RETURN {kind: 'Theme', id: theme.id, name: theme.name} ORDER BY theme.name } AS themes,
       COLLECT { MATCH (organisation)-[place:LOCATED_IN]->(area)
         WHERE NOT coalesce(place.since > $on OR place.until <= $on, false) AND area.visibility IN $visible
         RETURN {kind: 'Area', id: area.id, name: area.name} ORDER BY area.name } AS areas,
       COLLECT { MATCH (organisation)<-[part:PART_OF]-(team:Department)
         WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND team.visibility IN $visible
         RETURN {kind: 'Department', id: team.id, name: team.name} ORDER BY team.name } AS departments
