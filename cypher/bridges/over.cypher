// Which of two sides cannot be asked any more, because it stopped or ended.
// $ids: list of string — the initiatives or organisations
// $visible: list of string — the visibilities the actor may see
// $on: date — today
UNWIND $ids AS id
MATCH (side:Initiative|Organisation {id: id})
WHERE side.visibility IN $visible AND (side.until <= $on OR side.status = 'stopped')
RETURN side.name AS name
ORDER BY name
