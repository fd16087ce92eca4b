// Which of these addresses did not answer when somebody last looked.
// $urls: list of string — addresses of a website or channel
UNWIND $urls AS url
MATCH (check:LinkCheck {url: url})
WHERE check.problem IS NOT NULL
RETURN DISTINCT url AS url, check.problem AS problem, check.checked_at AS checked_at
ORDER BY url
