// A stem that needs and offers say stands once.
CREATE CONSTRAINT stem_stem_is_unique IF NOT EXISTS FOR (stem:Stem) REQUIRE stem.stem IS UNIQUE
