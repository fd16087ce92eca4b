// Who has an interest in an initiative or goal, and which; people by name only for who may see names.
// $id: string — the initiative or goal
// $visible: list of string — visibilities the reader may see
// $on: date — the day it is shown of
// $private: boolean — whether the reader may see names of people
MATCH (record:Record {id: $id})<-[interest:HAS_INTEREST_IN]-(party:Organisation|Person)
WHERE NOT coalesce(interest.since > $on OR interest.until <= $on, false) AND party.visibility IN $visible
RETURN CASE WHEN $private OR party:Organisation
         THEN {kind: [label IN labels(party) WHERE label <> 'Record'][0], id: party.id, name: party.name} END AS party,
       CASE WHEN $private OR party:Organisation THEN interest.text END AS text
ORDER BY party IS NULL, party.name, party.id
