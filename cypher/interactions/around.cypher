// How many interactions there are about one record, when the last was, and how many next steps are open; no words.
// $id: string — the record
// $visible: list of string — visibilities the reader may see
// $on: date — today
OPTIONAL MATCH (:Record {id: $id})<-[link:ABOUT]-(interaction:Interaction)
WHERE link.until IS NULL AND interaction.visibility IN $visible AND coalesce(interaction.happened_on <= $on, true)
WITH interaction, interaction.next_step IS NOT NULL AND coalesce(interaction.next_done_on > $on, true) AS open
ORDER BY interaction.happened_on DESC
RETURN count(interaction) AS interactions, max(interaction.happened_on) AS last_on,
       head(collect(interaction.interaction_kind)) AS last_kind,
       count(CASE WHEN open THEN 1 END) AS open,
       count(CASE WHEN open AND interaction.next_on < $on THEN 1 END) AS late
