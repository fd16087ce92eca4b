// How many interactions the list would show with each choice of a filter, given the other filters.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $about: string or null — only those about this record
// $holder: string or null — only those that this person had
// $reader: string or null — the reader
// $kind: string or null — note, call, visit or mail
// $step: string or null — open, late, done or none
// $on: date — the day
CALL () {
  MATCH (:Record {id: $about})<-[link:ABOUT WHERE NOT coalesce(link.until <= $on, false)]-(interaction:Interaction)
  RETURN interaction
  UNION
  MATCH (interaction:Interaction)
  WHERE $about IS NULL
  RETURN interaction
}
WITH interaction WHERE interaction.visibility IN $visible AND ($past IS NULL OR coalesce(interaction.happened_on <= $past, true))
WITH interaction, CASE WHEN $past IS NULL OR coalesce(interaction.next_done_on <= $past, true) THEN interaction.next_done_on END AS done_on
WITH interaction.interaction_kind AS kind, interaction.next_step IS NULL AS without,
     done_on IS NOT NULL AS done,
     interaction.next_step IS NOT NULL AND done_on IS NULL AS open,
     coalesce(interaction.next_on < $on, false) AS past,
     EXISTS { (:Person {id: $reader})-[held:HELD WHERE NOT coalesce(held.until <= $on, false)]->(interaction) } AS mine,
     $holder IS NULL OR EXISTS { (:Person {id: $holder})-[held:HELD WHERE NOT coalesce(held.until <= $on, false)]->(interaction) } AS fits_holder
WITH kind, without, done, open, open AND past AS late, mine, fits_holder,
     $kind IS NULL OR kind = $kind AS fits_kind,
     CASE $step WHEN 'open' THEN open WHEN 'late' THEN open AND past WHEN 'done' THEN done WHEN 'none' THEN without
       ELSE true END AS fits_step
RETURN count(CASE WHEN fits_kind AND fits_step AND fits_holder THEN 1 END) AS total,
       count(CASE WHEN fits_kind AND fits_step AND mine THEN 1 END) AS mine,
       count(CASE WHEN fits_kind AND fits_step THEN 1 END) AS everybody,
       count(CASE WHEN fits_step AND fits_holder AND kind = 'note' THEN 1 END) AS notes,
       count(CASE WHEN fits_step AND fits_holder AND kind = 'call' THEN 1 END) AS calls,
       count(CASE WHEN fits_step AND fits_holder AND kind = 'visit' THEN 1 END) AS visits,
       count(CASE WHEN fits_step AND fits_holder AND kind = 'mail' THEN 1 END) AS mails,
       count(CASE WHEN fits_kind AND fits_holder THEN 1 END) AS any_step,
       count(CASE WHEN fits_kind AND fits_holder AND open THEN 1 END) AS open,
       count(CASE WHEN fits_kind AND fits_holder AND late THEN 1 END) AS late,
       count(CASE WHEN fits_kind AND fits_holder AND done THEN 1 END) AS done,
       count(CASE WHEN fits_kind AND fits_holder AND without THEN 1 END) AS without
