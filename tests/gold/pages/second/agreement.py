#!/usr/bin/env python3
"""How far readers agree on acts and addressees: python3 tests/gold/pages/second/agreement.py

Compares readings.tsv (README.md in the folder above) with the marked pages and with one another. An addressee counts as
the same when a word of more than two letters is. Standard library only.
"""
import csv, itertools, pathlib, re

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"\[A([\d,]*)(?:=([^:\]]*))?: ([^\[\]]*)\]")


def marked(page):
    """Act and addressee of each statement of a page, in its order."""
    for line in (HERE.parent / f"{page}.txt").read_text(encoding="utf-8").splitlines():
        head, bar, text = line.partition(" | ")
        if line.startswith("#") or not bar or ("[X" not in text and "[S" not in text):
            continue
        whom = {}
        for numbers, canonical, words in MARK.findall(text):
            for n in (numbers or "1").split(","):
                whom.setdefault(n, []).append(canonical or words)
        for n, act in enumerate(re.sub(r"<[^>]*>", "", head).split(","), 1):
            yield act.strip(), "; ".join(whom.get(str(n), []))


def words(name):
    return {w for w in re.findall(r"\w+", name.lower()) if len(w) > 2} - {"the", "and"}


def main():
    rows = list(csv.reader((HERE / "readings.tsv").open(encoding="utf-8"), delimiter="\t"))[1:]
    pages = {page: list(marked(page)) for page in {r[0] for r in rows}}
    readings = {
        "the page's annotator": [pages[r[0]][int(r[1]) - 1] for r in rows],
        "first reader": [(r[2], r[3]) for r in rows],
        "second reader": [(r[4], r[5]) for r in rows],
    }
    for (a, x), (b, y) in itertools.combinations(readings.items(), 2):
        act = sum(p[0] == q[0] for p, q in zip(x, y))
        named = [(p[1], q[1]) for p, q in zip(x, y) if p[1]]
        same = sum(bool(words(p) & words(q)) for p, q in named)
        print(f"{a} and {b}: act {act / len(x):.3f} (n={len(x)}), addressee where the former names one {same / len(named):.3f} (n={len(named)})")


if __name__ == "__main__":
    main()
