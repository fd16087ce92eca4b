// Take away the likely duplicates of one kind, before they are listed anew.
// $kind: string — Organisation or Initiative
MATCH (first:Record)-[link:LIKELY_SAME_AS]->(:Record)
WHERE $kind IN labels(first)
DELETE link
