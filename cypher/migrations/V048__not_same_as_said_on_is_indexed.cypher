// What people said is not the same is never suggested again.
CREATE INDEX not_same_as_said_on IF NOT EXISTS
FOR ()-[link:NOT_SAME_AS]-() ON (link.said_on)
