// Each kind has its own index of source keys: a second one over all kinds only makes imports slower.
DROP INDEX record_source_key IF EXISTS
