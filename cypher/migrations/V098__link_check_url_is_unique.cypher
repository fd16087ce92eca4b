// Of one address it is known once whether it answers.
CREATE CONSTRAINT link_check_url_is_unique IF NOT EXISTS
FOR (node:LinkCheck) REQUIRE node.url IS UNIQUE
