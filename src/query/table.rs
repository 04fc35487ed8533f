//! The read corpus as rows that can be filtered: every statement with the slugs of its facets.
