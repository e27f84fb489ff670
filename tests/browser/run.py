#!/usr/bin/env python3
"""run.py VERSUS SOURCES: builds a dataset and checks its report in a browser. Exits 77 when there is none."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

if __name__ == "__main__":
    if not shutil.which("node"):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], "-q", "build", sys.argv[2], "-o", folder + "/out"], check=True)
        script = pathlib.Path(__file__).with_name("report.mjs")
        sys.exit(subprocess.run(["node", script, folder + "/out/report.html"]).returncode)
