// Assessments decided by the day of this one, of initiatives that resemble its initiative, most alike first.
// $id: string — the assessment
// $visible: list of string — visibilities the reader may see
// $decided_on: date or null — the day this one is decided, when it is about to be; null as it was written
// $on: date — today, for one that is not decided
// $weights: map — goals, themes, area, initiator, scheme; together 1
// $least: float — what resembles less is left out
// $limit: integer — at most this many
MATCH (this:Assessment {id: $id})-[about:JUDGES]->(mine:Initiative)
WHERE about.until IS NULL
MATCH (case:Assessment)-[judges:JUDGES]->(other:Initiative)
WHERE judges.until IS NULL AND other <> mine AND case <> this AND case.decided_on IS NOT NULL AND case.until IS NULL
  AND case.decided_on <= coalesce($decided_on, this.decided_on, $on)
  AND case.visibility IN $visible AND other.visibility IN $visible
UNWIND [{party: mine, day: coalesce($decided_on, this.decided_on, $on), side: 0}, {party: other, day: case.decided_on, side: 1}] AS each
WITH case, other, each, each.party AS party, each.day AS day
WITH case, other, each.side AS side,
     COLLECT { MATCH (party)-[works:CONTRIBUTES_TO]->(goal:Goal)
       WHERE (works.until IS NULL OR works.until > day) AND goal.visibility IN $visible RETURN DISTINCT goal } AS goals,
     COLLECT { MATCH (party)-[tag:HAS_THEME]->(:Theme)-[up:NARROWER_THAN*0..4]->(theme:Theme)
       WHERE (tag.until IS NULL OR tag.until > day) AND all(step IN up WHERE step.until IS NULL OR step.until > day)
         AND theme.visibility IN $visible RETURN DISTINCT theme } AS themes,
     COLLECT { MATCH (party)-[place:LOCATED_IN]->(:Area)-[up:PART_OF*0..4]->(area:Area)
       WHERE (place.until IS NULL OR place.until > day) AND all(step IN up WHERE step.until IS NULL OR step.until > day)
         AND area.visibility IN $visible
         AND area.level IN ['neighbourhood', 'district'] RETURN DISTINCT area } AS areas,
     COLLECT { MATCH (starter)-[starts:INITIATES]->(party) WHERE starts.until IS NULL OR starts.until > day
       RETURN DISTINCT CASE WHEN starter:Person THEN 'resident' ELSE coalesce(starter.organisation_kind, 'other') END
     } AS kinds,
     COLLECT { MATCH (party)<-[to:TO]-(:Contribution)-[under:UNDER]->(scheme:SubsidyScheme)
       WHERE NOT coalesce(to.until <= day OR under.until <= day, false) AND scheme.visibility IN $visible RETURN DISTINCT scheme } AS schemes
ORDER BY side
WITH case, other, collect({goals: goals, themes: themes, areas: areas, kinds: kinds, schemes: schemes}) AS sides
WITH case, other, sides[0] AS a, sides[1] AS b
WITH case, other, a, b, [each IN a.goals WHERE each IN b.goals] AS goals, [each IN a.themes WHERE each IN b.themes] AS themes,
     [each IN a.areas WHERE each IN b.areas] AS areas, [each IN a.kinds WHERE each IN b.kinds] AS kinds,
     [each IN a.schemes WHERE each IN b.schemes] AS schemes
WITH case, other, goals, themes, areas, kinds, schemes,
     reduce(total = 0.0, part IN [
       [$weights.goals, size(goals), size(a.goals) + size(b.goals)],
       [$weights.themes, size(themes), size(a.themes) + size(b.themes)],
       [$weights.area, size(areas), size(a.areas) + size(b.areas)],
       [$weights.initiator, size(kinds), size(a.kinds) + size(b.kinds)],
       [$weights.scheme, size(schemes), size(a.schemes) + size(b.schemes)]
     ] | total + CASE WHEN part[1] = 0 THEN 0.0 ELSE part[0] * part[1] / (part[2] - part[1]) END) AS similarity
WHERE similarity >= $least
RETURN case.id AS id, other.name AS name, case.outcome AS outcome, case.motivation AS motivation,
       case.decided_on AS decided_on, round(similarity, 4) AS similarity, [each IN goals | each.name] AS goals,
       [each IN themes | each.name] AS themes, [each IN areas | each.name] AS areas, kinds AS kinds,
       [each IN schemes | each.name] AS schemes,
       COLLECT { MATCH (case)-[says:ANSWERS]->(criterion:Criterion) WHERE says.until IS NULL AND says.answer IS NOT NULL
         RETURN {criterion_id: criterion.id, name: criterion.name, description: null, position: criterion.position,
                 answer: says.answer, because: says.because} ORDER BY criterion.position, criterion.id } AS answers
ORDER BY similarity DESC, decided_on DESC, id
LIMIT $limit
