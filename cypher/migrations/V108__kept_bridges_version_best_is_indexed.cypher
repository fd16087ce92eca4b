// The list of a town begins with the initiatives whose kept bridges score highest.
CREATE INDEX kept_bridges_version_best IF NOT EXISTS FOR (node:KeptBridges) ON (node.version, node.best)
