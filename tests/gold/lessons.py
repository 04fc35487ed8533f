#!/usr/bin/env python3
"""Writes annotated articles in the form of stories (README.md in stories/), for the learners to learn from.

  lessons.py SET OUT    one OUT/HAND-ID.txt for each document of SET (articles, gold, hands.tsv)

A statement stands in the paragraph where its content starts, with the pieces of it that are there; whom it addresses is marked
where they are named nearest, or, where that paragraph does not name them, on its cue. Standard library only.
"""
import pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import score

# The zones that no statement stands in, as stories call them.
ZONES = {"boilerplate": "furniture", "captions": "caption", "duplicates": "duplicate", "neutral": "neutral"}


def spans_of(n, statement, entities, start, end):
    """What the paragraph holds of a statement: start, end, mark."""
    within = lambda s: s and start <= s[0] and s[1] <= end
    found = [(*c, f"X{n}") for c in statement["content"] if within(c)]
    found += [(*s, f"{kind}{n}") for kind, s in (("S", statement["source"]), ("C", statement["cue"])) if within(s)]
    whom, near = statement.get("addressee_canonical"), statement["content"][0][0]
    if whom:
        named = [(e["start"], e["end"]) for e in entities if e["canonical"] == whom and within((e["start"], e["end"]))]
        places = sorted(named, key=lambda s: abs(s[0] - near)) or [s for s in (statement["cue"],) if within(s)]
        found += [(*s, f"A{n}={whom}") for s in places[:1]]
    return found


def marked(text, start, spans):
    """A paragraph with its marks; where two spans cross, contents are marked."""
    kept = []
    for a, b, mark in sorted(spans, key=lambda s: (s[2][0] != "X", s[0], -s[1])):
        a, b = a - start, b - start
        if not any(a < c < b < d or c < a < d < b for c, d, _ in kept):
            kept.append((a, b, mark))
    out, open_at, ends = [], {}, []
    for span in sorted(kept, key=lambda s: (s[0], -s[1])):
        open_at.setdefault(span[0], []).append(span)
    for i in range(len(text) + 1):
        while ends and ends[-1] <= i:
            ends.pop()
            out.append("]")
        for _, b, mark in open_at.get(i, []):
            ends.append(b)
            out.append(f"[{mark}: ")
        out.append({"[": "(", "]": ")"}.get(text[i], text[i]) if i < len(text) else "")
    return "".join(out)


def main(folder, out):
    hands = dict(line.split() for line in pathlib.Path(folder, "hands.tsv").read_text().splitlines() if line[0] != "#")
    for doc, g in score.load_gold(folder + "/gold", folder + "/articles").items():
        lines = ["# story", f"# published: {g['published'] or 'null'}", f"# outlet: {g['outlet'] or 'null'}"]
        zones = {name: score.tokens(g, g[kind]) for kind, name in ZONES.items()}
        at = 0
        for text in g["_text"].split("\n"):
            own = score.tokens(g, [(at, at + len(text))])
            here = [x for x in g["statements"] if x["content"] and at <= x["content"][0][0] < at + len(text)]
            spans = [s for n, x in enumerate(here, 1) for s in spans_of(n, x, g["entities"], at, at + len(text))]
            speaker = lambda x: f" <{x['source_canonical']}>" if x.get("source_canonical") else ""
            acts = ", ".join(x["act"] + speaker(x) for x in here)
            most = next((name for name, z in zones.items() if own and len(own & z) > 0.8 * len(own)), "none")
            if text.strip():
                lines.append(f"{acts or most} | {marked(text, at, spans)}")
            at += len(text) + 1
        pathlib.Path(out, f"{hands[doc]}-{doc}.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
