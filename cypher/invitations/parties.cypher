// Who undertakes or takes part in these initiatives.
// $initiatives: list of string — ids
// $visible: list of string — visibilities the reader may see
UNWIND $initiatives AS initiative_id
MATCH (initiative:Initiative {id: initiative_id})<-[link:INITIATES|PARTNERS_IN]-(party:Person|Organisation)
WHERE link.until IS NULL AND party.visibility IN $visible AND party.until IS NULL
RETURN party.id AS id, initiative_id AS initiative_id, type(link) AS link
ORDER BY id, initiative_id, link
