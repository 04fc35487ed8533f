"""Names as the scorers and the trainer of names take them, used by evaluate-names, train-names and stories-gold."""
import json

# Our types of names, and what those of the annotated corpora are called.
SORTS = {"PERSON": "PER", "ORG": "ORG", "OUTLET": "ORG", "COUNTRY": "LOC", "PLACE": "LOC"}

def write(prefix, lines):
    """Writes PREFIX.texts.jsonl and PREFIX.gold.jsonl of lines (id, text, [(start, end, our type)])."""
    with open(prefix + ".texts.jsonl", "w", encoding="utf8") as texts, open(prefix + ".gold.jsonl", "w", encoding="utf8") as gold:
        for name, text, found in lines:
            texts.write(json.dumps({"id": name, "text": text}) + "\n")
            for a, b, sort in found:
                gold.write(json.dumps({"id": name, "start": a, "end": b, "type": SORTS[sort]}) + "\n")
