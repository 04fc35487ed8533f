//! Cues: verbs, nouns and phrases that introduce an attribution, each with its act and its frames.
