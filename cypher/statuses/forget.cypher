// Forget the links about one initiative, used or not.
// $about_id: string — the initiative
MATCH (link:StatusLink {about_id: $about_id})
DELETE link
