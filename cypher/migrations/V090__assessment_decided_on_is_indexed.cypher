// The list of assessments begins with the latest decision.
CREATE INDEX assessment_decided_on IF NOT EXISTS FOR (node:Assessment) ON (node.decided_on)
