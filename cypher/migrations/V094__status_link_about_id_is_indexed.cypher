// Links that were sent about an initiative are found by it.
CREATE RANGE INDEX status_link_about_id_is_indexed IF NOT EXISTS
FOR (node:StatusLink) ON (node.about_id)
