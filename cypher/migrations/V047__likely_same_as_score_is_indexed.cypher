// Likely duplicates are listed the likeliest first.
CREATE INDEX likely_same_as_score IF NOT EXISTS
FOR ()-[link:LIKELY_SAME_AS]-() ON (link.score)
