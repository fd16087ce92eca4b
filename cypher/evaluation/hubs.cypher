// Everything that initiatives can share, with its kind of evidence and the number of links that the database stores.
// In no order: what the database sorts, it holds in memory.
// $visible: list of string — the visibilities the reader may see
MATCH (hub:Goal|Theme|Organisation|SubsidyScheme|Department|Area|Person|Decision|Word|Need|Offer)
WHERE (hub.visibility IN $visible OR hub:Word)
  AND (NOT hub:Decision OR hub.decided_on IS NULL AND hub.until IS NULL)
WITH hub, CASE
    WHEN hub:Organisation THEN ['partner', COUNT { (hub)-[:PARTNERS_IN]->() } + COUNT { (hub)-[:INITIATES]->() }]
    WHEN hub:Goal THEN ['goal', COUNT { (hub)<-[:CONTRIBUTES_TO]-() }]
    WHEN hub:Theme THEN ['theme', COUNT { (hub)<-[:HAS_THEME]-() }]
    WHEN hub:Word THEN ['word', COUNT { (hub)<-[:MENTIONS]-() }]
    WHEN hub:Area THEN ['area', COUNT { (hub)<-[:LOCATED_IN]-() }]
    WHEN hub:Department THEN ['department', COUNT { (hub)<-[:HANDLED_BY]-() }]
    WHEN hub:Decision THEN ['decision', COUNT { (hub)<-[:WAITS_FOR]-() }]
    WHEN hub:Person THEN ['person', COUNT { (hub)-[:CONTACT_FOR]->() } + COUNT { (hub)-[:INITIATES]->() }]
    WHEN hub:Offer THEN ['offered', COUNT { (hub)-[:FITS]-() }]
    WHEN hub:Need THEN ['sought', COUNT { (hub)-[:FITS]-() }]
    ELSE ['scheme', COUNT { (hub)<-[:UNDER]-() }]
  END AS measure
RETURN coalesce(hub.id, hub.stem) AS id, coalesce(hub.name, hub.text, '') AS name, measure[0] AS kind, measure[1] AS size
