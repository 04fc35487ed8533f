//! What a statement is about, by the codebook: the same demand is one topic across articles.
