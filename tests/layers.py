#!/usr/bin/env python3
"""layers.py SOURCE_DIR: fails when a stage includes a later one, or a third-party library is used outside its files."""
import pathlib
import re
import sys

STAGES = ["corpus", "extract", "normalize", "score", "tools"]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]')

# library: (how its headers begin, the only places that may include them)
LIBRARIES = {
    "libxml2": (("libxml/",), ("extract/read/html", "tools/bench/")),
    "cmark-gfm": (("cmark-gfm",), ("extract/read/markdown",)),
    "sqlite": (("sqlite3",), ("score/write/sqlite",)),
    "utf8proc": (("utf8proc",), ("corpus/text",)),
    "libcrypto": (("openssl/",), ("corpus/sha256",)),
    "xxhash": (("xxhash",), ("corpus/near_copy",)),
    "liblinear": (("linear.h",), ("tools/train/",)),
    "ICU break iterators": (("unicode/brkiter", "unicode/ubrk"), ("extract/find/claims/split",)),
    "CLI11": (("CLI/",), ("tools/",)),
    "libarchive": (("archive",), ("corpus/unpack",)),
    "ICU converters": (("unicode/ucnv", "unicode/ucsdet"), ("corpus/encoding",)),
    "tomlplusplus": (("toml++",), ("score/config",)),
}


def main(root):
    problems = []
    for stage in STAGES:
        for file in sorted((root / stage).rglob("*")):
            if file.suffix not in (".h", ".cc"):
                continue
            path = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                included = match.group(1)
                first = included.split("/")[0]
                if first in STAGES and STAGES.index(first) > STAGES.index(stage):
                    problems.append(f"{path}:{number}: {stage} includes {included} of a later stage")
                for library, (prefixes, homes) in LIBRARIES.items():
                    if included.startswith(prefixes) and not path.startswith(homes):
                        problems.append(f"{path}:{number}: {library} belongs behind {homes[0]}")
    print("\n".join(problems) or "layers hold")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
