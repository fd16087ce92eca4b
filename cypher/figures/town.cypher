// The figures of the town.
// $visible: list of string — visibilities the reader may see
// $on: date — today
RETURN
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND NOT coalesce(each.status, 'idea') IN ['completed', 'stopped'] } AS initiatives,
  COUNT { MATCH (party:Organisation)
    WHERE party.visibility IN $visible AND (party.until IS NULL OR party.until > $on) AND EXISTS {
      MATCH (party)-[part:PARTNERS_IN|INITIATES]->(each:Initiative)
      WHERE part.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) }
  } AS partners,
  COUNT { MATCH (goal:Goal)
    WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
      AND (EXISTS { (goal)-[:PART_OF]->(:Goal) } OR NOT EXISTS { (goal)<-[:PART_OF]-(:Goal) }) } AS goals,
  COUNT { MATCH (note:PolicyNote)
    WHERE note.visibility IN $visible AND (note.until IS NULL OR note.until > $on) } AS notes,
  COUNT { MATCH (goal:Goal)
    WHERE goal.visibility IN $visible AND (goal.until IS NULL OR goal.until > $on)
      AND (EXISTS { (goal)-[:PART_OF]->(:Goal) } OR NOT EXISTS { (goal)<-[:PART_OF]-(:Goal) })
      AND NOT EXISTS { MATCH (goal)<-[work:CONTRIBUTES_TO]-(each:Initiative)
        WHERE work.until IS NULL AND each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) }
  } AS goals_without_initiative
