// On which days there was contact about one record, and in which way; no words. The latest first.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
// $limit: integer — at most this many
MATCH (:Record {id: $id})<-[link:ABOUT]-(interaction:Interaction)
WHERE link.until IS NULL AND interaction.visibility IN $visible AND interaction.happened_on <= $on
RETURN interaction.id AS id, interaction.happened_on AS day, interaction.interaction_kind AS kind
ORDER BY day DESC, id
LIMIT $limit
