//! Full-text search: words, "phrases", AND/OR/-not, prefix*, small typos and spelling variants of names.
