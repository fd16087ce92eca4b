// Every area that counts, with what is needed to say where it lies.
MATCH (area:Area)
WHERE area.visibility <> 'removed' AND area.until IS NULL
RETURN area.id AS id, elementId(area) AS place, area.code AS code, coalesce(area.level, 'unknown') AS level,
       area.outline AS outline, area.longitude AS longitude, area.latitude AS latitude,
       EXISTS { MATCH (area)-[link:PART_OF]->(:Area) WHERE link.until IS NULL OR link.batch IS NOT NULL } AS has_parent
ORDER BY id
