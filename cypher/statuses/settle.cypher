// Forget the links of mails that did not go; when one went, forget the links of before as well.
// $about_id: string — the initiative
// $went: list of string — the hashes of the tokens in mails that went
// $failed: list of string — the hashes of the tokens in mails that did not
MATCH (link:StatusLink {about_id: $about_id})
WHERE link.token_hash IN $failed OR (size($went) > 0 AND NOT link.token_hash IN $went)
DELETE link
