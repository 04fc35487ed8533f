// Sentences, tags, entities.
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
let nlp;
export default {
  init() { nlp = winkNLP(model); },
  read(text) { const doc = nlp.readDoc(text), its = nlp.its; return { sentences: doc.sentences().length(), tags: doc.tokens().out(its.pos).length, entities: doc.entities().out(its.type).length }; },
};
