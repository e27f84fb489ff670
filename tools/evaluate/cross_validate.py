#!/usr/bin/env python3
"""cross_validate.py PACK [--build build/release]: the article reader's figure on pages that decided nothing.

Five folds of the pack's pages. For each fold the thresholds below are chosen by F1 on the other four folds, and every
entry of the word lists (extract/read/html_words.cc) that occurs on the held-out pages only is struck out; the program is
rebuilt and read over the held-out pages. The held-out pages of all folds together give the figure. Rebuilds in place:
run it in a clean working tree; the sources are put back at the end."""
import argparse
import gzip
import importlib.util
import json
import pathlib
import re
import subprocess

# file, constant, the values tried; one is changed at a time
THRESHOLDS = [
    ("extract/read/html_prune.cc", "kMostShare", ["0.25", "0.5"]),
    ("extract/read/html_prune.cc", "kMostInAll", ["0.15", "0.4"]),
    ("extract/read/html_top.cc", "kClimb", ["1.2", "1.5"]),
    ("extract/read/html_top.cc", "kRival", ["0.65", "0.85"]),
    ("extract/read/html_top.cc", "kTeaserVote", ["0.1", "0.6"]),
    ("extract/read/html_top.cc", "kLead", ["120", "300"]),
    ("extract/read/html_page.cc", "kSentence", ["30", "60"]),
]
WORDS = "extract/read/html_words.cc"
FOLDS = 5


def load_scorer(pack):
    spec = importlib.util.spec_from_file_location("score", pack / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def set_constant(text, name, value):
    changed, n = re.subn(rf"(constexpr [\w:]+ {name} = )[^;]+;", rf"\g<1>{value};", text)
    assert n == 1, name
    return changed


def build(folder):
    subprocess.run(["ninja", "-C", folder, "versus"], check=True, stdout=subprocess.DEVNULL)


def read(folder, pack, ids):
    out = {}
    for page in ids:
        run = subprocess.run([f"{folder}/bin/versus", "read", "--body", str(pack / "html" / f"{page}.html.gz")], capture_output=True)
        out[page] = run.stdout.decode("utf8", "replace")
    return out


def tokens_of(page):
    """Lower-case words of a page, its class names cut at capitals too: enough to tell whether an entry occurs."""
    text = re.sub(r"([a-z])([A-Z])", r"\1 \2", page)
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


def strike_out(text, held_out, others):
    """The word lists without the entries that only the held-out pages know."""
    struck = []

    def replace(match):
        entry = " " + " ".join(re.findall(r"[^\W_]+", match.group(1).lower())) + " "
        if not entry.strip() or any(entry in page for page in others) or not any(entry in page for page in held_out):
            return match.group(0)
        struck.append(entry.strip())
        return match.group(0).replace(match.group(1), "no such word")
    text = re.sub(r'(?<=[{ ])"((?:[^"\\\n])+)"(?=[,}\s])', replace, text)
    return text, struck


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=pathlib.Path)
    parser.add_argument("--build", default="build/release")
    options = parser.parse_args()
    scorer = load_scorer(options.pack)
    truth = json.loads((options.pack / "ground-truth.json").read_text("utf8"))
    ids = sorted(truth)
    folds = [ids[i::FOLDS] for i in range(FOLDS)]
    files = {name: pathlib.Path(name).read_text("utf8") for name in {WORDS, *(file for file, _, _ in THRESHOLDS)}}
    page_words = {page: tokens_of(gzip.open(options.pack / "html" / f"{page}.html.gz").read().decode("utf8", "replace")) for page in ids}
    variants = [None] + [(file, name, value) for file, name, values in THRESHOLDS for value in values]
    try:
        readings = {}
        for variant in variants:
            if variant:
                file, name, value = variant
                pathlib.Path(file).write_text(set_constant(files[file], name, value), "utf8")
            build(options.build)
            readings[variant] = read(options.build, options.pack, ids)
            print(f"{variant or 'as it is'}: F1 {scorer.score(truth, readings[variant])[0]['f1']:.4f} on all pages", flush=True)
            if variant:
                pathlib.Path(file).write_text(files[file], "utf8")
        held_out_readings = {}
        for fold in folds:
            others = [page for page in ids if page not in fold]
            best = max(variants, key=lambda v: (round(scorer.score(truth, readings[v], others)[0]["f1"], 6), v is None))
            words, struck = strike_out(files[WORDS], [page_words[p] for p in fold], [page_words[p] for p in others])
            pathlib.Path(WORDS).write_text(words, "utf8")
            if best:
                pathlib.Path(best[0]).write_text(set_constant(files[best[0]], best[1], best[2]), "utf8")
            build(options.build)
            held_out_readings.update(read(options.build, options.pack, fold))
            for name, text in files.items():
                pathlib.Path(name).write_text(text, "utf8")
            total = scorer.score(truth, held_out_readings, fold)[0]
            print(f"fold of {len(fold)}: {best or 'thresholds as they are'}, {len(struck)} entries struck out: F1 {total['f1']:.4f}  [{', '.join(struck[:12])} ...]", flush=True)
        total = scorer.score(truth, held_out_readings)[0]
        print(f"held out: F1 {total['f1']:.4f}  precision {total['precision']:.4f}  recall {total['recall']:.4f}  exact {total['accuracy']:.4f}")
    finally:
        for name, text in files.items():
            pathlib.Path(name).write_text(text, "utf8")
        build(options.build)


if __name__ == "__main__":
    main()
