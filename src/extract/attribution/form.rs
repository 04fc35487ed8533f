//! Closed lists of forms by which the tags of a translated sentence are mended: auxiliaries, verbs that are never nouns,
//! irregular participles and past forms. General English.
