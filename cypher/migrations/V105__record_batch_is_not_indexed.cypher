// What an import made is found by its ids, which are in order of time: the index cost each row more than any other.
DROP INDEX record_batch IF EXISTS
