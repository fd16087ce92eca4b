// Whether an organisation takes part in an initiative now, or undertakes it.
// $initiative_id: string — the initiative
// $organisation_id: string — the organisation
// $on: date — today
RETURN EXISTS {
  MATCH (:Organisation {id: $organisation_id})-[link:PARTNERS_IN|INITIATES]->(:Initiative {id: $initiative_id})
  WHERE link.until IS NULL OR link.until > $on
} AS takes_part
