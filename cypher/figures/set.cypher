// Publish a figure, or stop publishing it.
// $figure: string — which figure
// $on: boolean — whether everybody may see it
// $day: date — today
// $actor_id: string — who switched it
MERGE (each:PublishedFigure {figure: $figure})
SET each.is_on = $on, each.changed_on = $day, each.changed_by = $actor_id
