"""Same inputs, same bytes out: whatever the threads, the order, the environment, the cache, the grouping."""
import base64
import json
import os
import random
import shutil
import subprocess
import unittest

from harness import ARTICLES, VERSUS, CliTest, files_of


def records(folder):
    """One extract record per article, as a pipeline would make them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield json.dumps({"source": path.relative_to(folder).as_posix(),
                              "base64": base64.b64encode(path.read_bytes()).decode()})


class SameBytes(CliTest):
    @classmethod
    def setUpClass(cls):
        cls.articles = ARTICLES

    def build(self, name, *arguments, sources=None, **options):
        self.run_versus("build", *(sources or [self.articles]), "-o", self.root / name, *arguments, **options)
        return files_of(self.root / name, state=True)

    def test_threads_order_environment_and_second_run(self):
        expected = self.build("a", "-j1")
        self.assertGreater(len(expected["rows.jsonl"].splitlines()), 100)
        self.assertEqual(expected, self.build("b", "-j2"), "-j2")
        self.assertEqual(expected, self.build("b", "-j2"), "second run, from the cache")
        self.assertEqual(expected, self.build("b", "--no-cache"), "second run, without the cache")
        folders = sorted(path for path in self.articles.iterdir())
        one_way = self.build("c", sources=folders)
        self.assertEqual(one_way, self.build("d", sources=folders[::-1]), "arguments in another order")
        environment = dict(os.environ, TZ="Asia/Kathmandu", LANG="tr_TR.UTF-8", LC_ALL="C")
        self.assertEqual(expected, self.build("e", env=environment), "TZ, LANG")
        self.assertEqual(expected, self.build("f", env={}), "env -i")
        self.assertIn("up to date", self.run_versus("build", self.articles, "-o", self.root / "a", "--check"))

    def test_renamed_files_change_source_only(self):
        copy = self.root / "copy"
        shutil.copytree(self.articles, copy)
        names = sorted(path for path in copy.rglob("*") if path.is_file())
        for number, path in enumerate(names):
            path.rename(path.with_name(f"{9000 - number}-renamed{''.join(path.suffixes[-2:])}"))
        before = self.build("before")
        self.build("after", sources=[copy])
        after = files_of(self.root / "after")

        def without_source(lines):
            rows = [json.loads(line) for line in lines.splitlines()]
            for row in rows:
                row.pop("source", None)
            return rows

        for name in sorted(after):
            if name.endswith(".jsonl") and name != "diagnostics.jsonl":
                self.assertEqual(without_source(before[name]), without_source(after[name]), name)

    def test_extract_and_merge_equal_build(self):
        built = self.build("built")
        lines = list(records(self.articles))
        random.Random(7).shuffle(lines)
        shards = []
        for part in (lines[:5], lines[5:6], lines[6:]):
            text = "\n".join(part) + "\n"
            done = subprocess.run([VERSUS, "extract"], input=text.encode(), capture_output=True, env={}, timeout=600)
            self.assertEqual(done.returncode, 0, done.stderr)
            shards.append(self.write(f"shard{len(shards)}", done.stdout))
        a, b, c = shards

        def partial(name, *files):
            return self.write(name, self.run_versus("merge", "--partial", *files))

        ab_c = partial("ab_c", partial("ab", a, b), c)
        a_bc = partial("a_bc", a, partial("cb", c, b))
        self.assertEqual(ab_c.read_bytes(), a_bc.read_bytes(), "associative and commutative")
        self.assertEqual(ab_c.read_bytes(), partial("twice", ab_c, b, ab_c).read_bytes(), "idempotent")
        self.run_versus("merge", c, a, b, "-o", self.root / "merged")
        merged = files_of(self.root / "merged", state=True)
        built.pop(".versus/sources.jsonl")  # where the articles lie: a merge does not know
        self.assertEqual(sorted(built), sorted(merged))
        for name in built:
            self.assertEqual(built[name], merged[name], name)

    def test_only_what_changed_is_read(self):
        copy = self.root / "copy"
        shutil.copytree(self.articles, copy)
        out = self.root / "out"

        def summary():
            return json.loads(self.run_versus("build", copy, "-o", out, "--json"))

        first = summary()
        self.assertEqual((first["new"], first["reused"]), (first["documents"], 0))
        markdown = sorted(copy.rglob("*.md"))
        markdown[0].write_text(markdown[0].read_text() + "\n\nOne sentence more.\n")
        markdown[1].unlink()
        markdown[2].rename(markdown[2].with_name("another-name.md"))
        self.write("copy/fresh.txt")
        plan = self.run_versus("build", copy, "-o", out, "--dry-run")
        self.assertIn("new         fresh.txt", plan)
        self.assertEqual(plan.count("\nremoved "), 1)
        second = summary()
        self.assertEqual((second["new"], second["changed"], second["removed"]), (1, 1, 1))
        self.assertEqual(second["reused"], first["documents"] - 2)
        incremental = files_of(out)
        self.run_versus("build", copy, "-o", self.root / "from-nothing")
        self.assertEqual(incremental, files_of(self.root / "from-nothing"))

    def test_a_damaged_cache_costs_time_only(self):
        expected = self.build("a")
        cache = self.root / "a/.versus/cache.tsv"
        lines = cache.read_bytes().splitlines(keepends=True)
        cache.write_bytes(lines[0] + b"".join(line[: len(line) // 2] + b"\n" for line in lines[1:]) + b"\xff\0junk")
        self.assertEqual(expected, self.build("a"))


if __name__ == "__main__":
    unittest.main()
