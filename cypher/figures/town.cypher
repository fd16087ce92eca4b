// The figures of the town, as they stood on a day.
// $visible: list of string — visibilities the reader may see
// $on: date — the day
// $not_yet: list of string — initiatives and organisations that were not there yet on that day
RETURN
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND NOT each.id IN $not_yet
      AND NOT (coalesce(each.status, 'idea') IN ['completed', 'stopped'] AND coalesce(each.status_since <= $on, true))
  } AS initiatives,
  COUNT { MATCH (party:Organisation)
    WHERE party.visibility IN $visible AND (party.until IS NULL OR party.until > $on) AND NOT party.id IN $not_yet
      AND EXISTS {
        MATCH (party)-[part:PARTNERS_IN|INITIATES]->(each:Initiative)
        WHERE NOT coalesce(part.since > $on OR part.until <= $on, false) AND each.visibility IN $visible
          AND (each.until IS NULL OR each.until > $on) AND NOT each.id IN $not_yet }
  } AS partners,
  COUNT { MATCH (goal:Goal)
    WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
      AND (NOT EXISTS { (goal)-[:DERIVED_FROM]->(:PolicyNote) } OR EXISTS {
        MATCH (goal)-[stands:DERIVED_FROM]->(:PolicyNote) WHERE stands.since IS NULL OR stands.since <= $on }) } AS goals,
  COUNT { MATCH (note:PolicyNote)
    WHERE note.visibility IN $visible AND (note.until IS NULL OR note.until > $on)
      AND coalesce(note.adopted_on <= $on, true) } AS notes,
  COUNT { MATCH (goal:Goal)
    WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
      AND (NOT EXISTS { (goal)-[:DERIVED_FROM]->(:PolicyNote) } OR EXISTS {
        MATCH (goal)-[stands:DERIVED_FROM]->(:PolicyNote) WHERE stands.since IS NULL OR stands.since <= $on })
      AND NOT EXISTS {
        MATCH (goal) ((:Goal)<-[part:PART_OF WHERE NOT coalesce(part.since > $on OR part.until <= $on, false)]-
            (lower:Goal WHERE lower.visibility IN $visible)){0,6} (:Goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
        WHERE NOT coalesce(work.since > $on OR work.until <= $on, false) AND each.visibility IN $visible
          AND (each.until IS NULL OR each.until > $on) AND NOT each.id IN $not_yet }
  } AS goals_without_initiative
