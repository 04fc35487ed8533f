#!/usr/bin/env python3
"""List what a system missed and what it saw that gold does not have, statement by statement, in readable form.

  misses.py --gold DIR --articles DIR SYSTEM.jsonl [--doc ID] [--wrong]

With --wrong also the matched statements whose source, cue, act, addressee or mode differ from gold. Standard library only;
the pairing is the scorer's (score.py beside this file), so that the list explains the table.
"""
import argparse, pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import score

def paired(gold_dir, articles_dir, system_file):
    """For each document: its id, its gold, gold statements, statements seen, and the pairs {seen: gold} of their places."""
    docs = score.load_gold(gold_dir, articles_dir)
    rows = score.load_system(system_file)
    for d, g in docs.items():
        gold = [dict(x, _t=score.tokens(g, x["content"])) for x in g["statements"]]
        system = []
        skip = score.tokens(g, g["duplicates"] + g["neutral"])
        for r in rows.get(d, {}).get("statement", []):
            t = score.tokens(g, [tuple(x) for x in r["content"]])
            if t and len(t & skip) < 0.8 * len(t):
                system.append(dict(r, _t=t))
        pairs = []
        for i, s in enumerate(system):
            for j, x in enumerate(gold):
                f = 2 * len(s["_t"] & x["_t"]) / (len(s["_t"]) + len(x["_t"]))
                cue = bool(s.get("cue") and x["cue"] and score.ov(s["cue"], x["cue"]))
                src = bool(s.get("source") and x["source"] and score.ov(s["source"], x["source"]))
                if f >= 0.5 or (cue and x["act"] == "consult" == s.get("act")):
                    pairs.append((f + 0.3 * cue + 0.3 * src, i, j))
        yield d, g, gold, system, score.greedy(pairs)

def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("system")
    ap.add_argument("--gold", required=True)
    ap.add_argument("--articles", required=True)
    ap.add_argument("--doc")
    ap.add_argument("--wrong", action="store_true")
    a = ap.parse_args()
    for d, g, gold, system, match in paired(a.gold, a.articles, a.system):
        if a.doc and d != a.doc:
            continue
        T = g["_text"]
        words = lambda s: "–" if not s else T[s[0]:s[1]].replace("\n", "⏎")
        content = lambda c: " ‖ ".join(words(x) for x in c)
        print(f"== {d}: {len(gold)} in gold, {len(system)} seen, {len(match)} matched")
        for j, x in enumerate(gold):
            if j not in match.values():
                print(f"  missed  {words(x['source'])} [{words(x['cue'])}] {content(x['content'])}  ({x['act']})")
        for i, s in enumerate(system):
            if i not in match:
                print(f"  false   {words(s.get('source'))} [{words(s.get('cue'))}] {content(s['content'])}  ({s['act']}; {'; '.join(s.get('why', []))})")
        for i, j in sorted(match.items(), key=lambda p: p[1]):
            s, x = system[i], gold[j]
            wrong = []
            for key in ("source", "cue"):
                if bool(s.get(key)) != bool(x[key]) or (s.get(key) and not score.ov(s[key], x[key])):
                    wrong.append(f"{key} {words(s.get(key))} ≠ {words(x[key])}")
            for key in ("act", "mode"):
                if s.get(key) != x[key]:
                    wrong.append(f"{key} {s.get(key)} ≠ {x[key]}")
            got, want = sorted(score.names(s.get("addressee"))), sorted(score.names(x["addressee_canonical"]))
            if got != want:
                wrong.append(f"addressee {got} ≠ {want}")
            if s["_t"] != x["_t"]:
                wrong.append(f"content differs: seen «{content(s['content'])}»")
            if wrong and a.wrong:
                print(f"  wrong   [{words(x['cue'])}] {content(x['content'])}: " + "; ".join(wrong))

if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
