// The council, the college or a committee, with the notes it adopted.
// $id: string — the body
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $past: date or null — the earlier day that is shown; null for today
MATCH (body:Body {id: $id})
WHERE body.visibility IN $visible
RETURN body.id AS id, body.visibility AS visibility, body.until AS until,
       coalesce(body.lang, 'nl') AS lang, body.name AS name,
       body.body_kind AS body_kind, body.description AS description,
       COLLECT { MATCH (body)<-[adopts:ADOPTED_BY WHERE NOT coalesce(adopts.until <= $on, false)]-(note:PolicyNote)
         WHERE note.visibility IN $visible AND ($past IS NULL OR coalesce(note.adopted_on <= $past, true))
         RETURN {mention: {kind: 'PolicyNote', id: note.id, name: note.name}, adopted_on: note.adopted_on}
         ORDER BY note.adopted_on DESC, note.name } AS notes
