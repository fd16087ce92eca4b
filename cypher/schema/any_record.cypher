// Whether the graph holds any record.
RETURN EXISTS { (:Record) } AS any
