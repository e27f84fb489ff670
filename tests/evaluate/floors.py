#!/usr/bin/env python3
"""floors.py VERSUS VERSUS_EVALUATE ARTICLES GOLD: builds a dataset of the articles and holds it against what a person says
they contain; fails when a measure is under its floor in GOLD/floors.tsv."""
import os
import subprocess
import sys
import tempfile


def main(versus, evaluate, articles, gold):
    with tempfile.TemporaryDirectory() as folder:
        dataset = os.path.join(folder, "dataset")
        build = subprocess.run([versus, "-q", "build", articles, "-o", dataset])
        if build.returncode != 0:
            print(f"versus build {articles}: exit status {build.returncode}")
            return 1
        return subprocess.run([evaluate, "rows", dataset, "--gold", gold, "-v"]).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
