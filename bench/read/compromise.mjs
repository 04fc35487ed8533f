// Sentences, tags, people, places, organizations, quotations.
import nlp from 'compromise';
export default {
  read(text) { const doc = nlp(text); return { sentences: doc.sentences().length, people: doc.people().length, places: doc.places().length, organizations: doc.organizations().length, quotations: doc.quotations().length }; },
};
