#!/usr/bin/env python3
"""html_ratio.py BIN FOLDER: what `versus read --body` costs against bare htmlReadMemory, over the .html files of a folder.

Both programs are started once per page, so that starting up counts the same; user CPU of all runs is summed, the least
of three rounds taken. Also prints the largest memory of one run."""
import os
import pathlib
import resource
import subprocess
import sys


def run_all(command, pages):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    failed, peak = [], 0
    for page in pages:
        process = subprocess.Popen(command + [page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = max(peak, usage.ru_maxrss)
        if process.returncode != 0:
            failed.append(page)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime, peak, failed


def main():
    binaries, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    pages = sorted(str(page) for page in folder.rglob("*.html"))
    rounds = [(run_all([str(binaries / "html_baseline")], pages), run_all([str(binaries / "versus"), "read", "--body"], pages))
              for _ in range(3)]
    base = min(first[0] for first, _ in rounds)
    ours = min(second[0] for _, second in rounds)
    peak, failed = rounds[0][1][1], rounds[0][1][2]
    print(f"{len(pages)} pages: htmlReadMemory {base:.2f} s user, versus read --body {ours:.2f} s user, ratio {ours / base:.2f}")
    print(f"largest memory of one run {peak / 1024:.1f} MB; runs that failed: {len(failed)} {' '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
