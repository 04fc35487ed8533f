//! Names of the world: states, capitals, demonyms, bodies, seats of office, agencies, outlets, offices and titles.
