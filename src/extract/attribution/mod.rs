//! Attributions: source, cue and content of whatever is said, wanted, planned, supported or rejected.
