// What the municipality and initiatives did together: how much of each kind of record the reader may see.
// $visible: list of string — visibilities the reader may see
// $on: date — today
RETURN
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) } AS initiatives,
  COUNT { MATCH (each:Result) WHERE each.visibility IN $visible AND each.until IS NULL } AS results,
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND EXISTS {
      MATCH (each)-[link:ACHIEVED]->(result:Result)
      WHERE link.until IS NULL AND result.visibility IN $visible AND result.until IS NULL } } AS with_result,
  COUNT { MATCH (each:Lesson) WHERE each.visibility IN $visible AND each.until IS NULL } AS lessons,
  COUNT { MATCH (each:SubsidyScheme)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) } AS schemes,
  COUNT { MATCH (each:SubsidyScheme)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND each.deadline >= $on
  } AS open_schemes,
  COUNT { MATCH (each:Commitment)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) } AS commitments,
  COUNT { MATCH (each:Assessment)-[judges:JUDGES]->(initiative:Initiative)
    WHERE judges.until IS NULL AND each.visibility IN $visible AND initiative.visibility IN $visible
      AND (each.until IS NULL OR each.until > $on) AND each.told_on IS NOT NULL } AS assessments,
  COUNT { MATCH (each:Decision)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND each.decided_on IS NULL
  } AS open_decisions,
  COUNT { MATCH (each:Need)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND (each.wanted_until IS NULL OR each.wanted_until >= $on) AND EXISTS {
      MATCH (each)<-[has:NEEDS]-(party:Record)
      WHERE (has.until IS NULL OR has.until > $on) AND party.visibility IN $visible AND party.until IS NULL } } AS needs,
  COUNT { MATCH (each:Offer)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND (each.wanted_until IS NULL OR each.wanted_until >= $on) AND EXISTS {
      MATCH (each)<-[has:OFFERS]-(party:Record)
      WHERE (has.until IS NULL OR has.until > $on) AND party.visibility IN $visible AND party.until IS NULL } } AS offers
