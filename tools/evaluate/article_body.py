#!/usr/bin/env python3
"""article_body.py VERSUS PACK [--worst N] [--keep FOLDER]: runs `VERSUS read --body` on every page of a pack and its score.py.

A pack is a folder with html/<id>.html.gz and ground-truth.json (or dev/ with both) and a score.py that takes a folder of
<id>.txt. The exit status is 1 when a page made the program fail."""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile


def read_body(versus, page, folder):
    run = subprocess.run([versus, "read", "--body", str(page)], capture_output=True)
    (folder / (page.name.split(".")[0] + ".txt")).write_bytes(run.stdout)
    return None if run.returncode == 0 else f"{page}: exit {run.returncode}: {run.stderr.decode(errors='replace').strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("versus")
    parser.add_argument("pack", type=pathlib.Path)
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    base = options.pack / "dev" if (options.pack / "dev").exists() else options.pack
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        pages = sorted((base / "html").glob("*.html.gz"))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            failures = [f for f in pool.map(lambda page: read_body(options.versus, page, folder), pages) if f]
        empty = [page.name for page in pages if not (folder / (page.name.split(".")[0] + ".txt")).read_text("utf8").strip()]
        command = [sys.executable, str(options.pack / "score.py"), str(folder)]
        sys.stdout.flush()
        subprocess.run(command + (["--worst", str(options.worst)] if options.worst else []), check=True)
    print(f"pages {len(pages)}  empty {len(empty)} {' '.join(empty)}")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
