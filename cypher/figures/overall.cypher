// What the municipality and initiatives did together: how much of each kind of record the reader may see.
// $visible: list of string — visibilities the reader may see
// $past: date or null — the earlier day that is shown; null for today
// $on: date — the day
RETURN
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND ($past IS NULL OR coalesce(reduce(first = each.started_on, since IN COLLECT {
        MATCH (each)-[link:CONTRIBUTES_TO|HAS_THEME|LOCATED_IN|INITIATES|PARTNERS_IN|CONTACT_FOR|HANDLED_BY]-()
        WHERE link.since IS NOT NULL RETURN link.since }
      | CASE WHEN first IS NULL OR since < first THEN since ELSE first END) <= $past, true)) } AS initiatives,
  COUNT { MATCH (each:Result)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND ($past IS NULL OR coalesce(each.reached_on <= $past, true)) } AS results,
  COUNT { MATCH (each:Initiative)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND EXISTS {
      MATCH (each)-[link:ACHIEVED]->(result:Result)
      WHERE NOT coalesce(link.until <= $on, false) AND result.visibility IN $visible
        AND (result.until IS NULL OR result.until > $on) AND ($past IS NULL OR coalesce(result.reached_on <= $past, true)) } } AS with_result,
  COUNT { MATCH (each:Lesson)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND ($past IS NULL OR NOT EXISTS { (each)<-[:LEARNED]-() }
        OR EXISTS { MATCH (each)<-[link:LEARNED]-() WHERE NOT coalesce(link.since > $past, false) }) } AS lessons,
  COUNT { MATCH (each:SubsidyScheme)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) } AS schemes,
  COUNT { MATCH (each:SubsidyScheme)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on) AND each.deadline >= $on
  } AS open_schemes,
  COUNT { MATCH (each:Commitment)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND ($past IS NULL OR NOT (coalesce(each.made_on > $past, each.kept_on > $past, false)
        AND coalesce(each.kept_on > $past, each.made_on > $past, false))) } AS commitments,
  COUNT { MATCH (each:Assessment)-[judges:JUDGES]->(initiative:Initiative)
    WHERE NOT coalesce(judges.until <= $on, false) AND each.visibility IN $visible AND initiative.visibility IN $visible
      AND (each.until IS NULL OR each.until > $on) AND each.told_on IS NOT NULL
      AND ($past IS NULL OR coalesce(each.told_on <= $past, true)) } AS assessments,
  COUNT { MATCH (each:Decision)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND CASE WHEN $past IS NULL THEN each.decided_on IS NULL
        ELSE coalesce(each.asked_on <= $past, each.decided_on IS NULL) AND coalesce(each.decided_on > $past, true) END } AS open_decisions,
  COUNT { MATCH (each:Need)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND (each.wanted_until IS NULL OR each.wanted_until >= $on) AND EXISTS {
      MATCH (each)<-[has:NEEDS]-(party:Record)
      WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on) } } AS needs,
  COUNT { MATCH (each:Offer)
    WHERE each.visibility IN $visible AND (each.until IS NULL OR each.until > $on)
      AND (each.wanted_until IS NULL OR each.wanted_until >= $on) AND EXISTS {
      MATCH (each)<-[has:OFFERS]-(party:Record)
      WHERE NOT coalesce(has.since > $on OR has.until <= $on, false) AND party.visibility IN $visible AND (party.until IS NULL OR party.until > $on) } } AS offers
