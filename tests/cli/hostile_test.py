"""Any bytes are valid input, and every trouble has its message and exit status."""
import csv
import json
import os
import resource
import shutil
import signal
import subprocess
import time
import unittest

from harness import ARTICLES, IS_SANITIZED, VERSUS, CliTest, files_of


def drop_rights():
    """Files that root may read are no test of unreadable ones."""
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


class Hostile(CliTest):
    def diagnostics(self, folder="out"):
        with open(self.root / folder / "diagnostics.csv", newline="") as file:
            return {(row["source"], row["severity"], row["code"]): row["message"] for row in csv.DictReader(file)}

    def test_what_cannot_be_used_is_said_and_the_rest_is_built(self):
        self.root.chmod(0o777)
        folder = self.write("in/good.md").parent
        self.write("in/empty.html", "")
        self.write("in/rubbish.txt", bytes(range(256)) * 20)
        self.write("in/paper.pdf", "%PDF-1.7")
        self.write("in/broken.html.gz", b"\x1f\x8b\x08\x00 nothing like gzip")
        self.write("in/secret.md").chmod(0)
        (folder / "loop").symlink_to(folder, target_is_directory=True)
        (folder / "dangling.md").symlink_to("nowhere")
        os.mkfifo(folder / "pipe.md")
        folder.chmod(0o755)
        program = shutil.copy(VERSUS, self.root / "versus")  # the checkout may stand where only its owner can go
        self.run_versus("build", folder, "-o", self.root / "out", status=3, preexec_fn=drop_rights, program=program)
        found = self.diagnostics()
        expected = {
            ("empty.html", "warning", "empty-file"): "empty; nothing to read",
            ("rubbish.txt", "warning", "not-text"): "not text (10 % control bytes); not used",
            ("paper.pdf", "warning", "format-not-read"): "format not read: pdf",
            ("secret.md", "error", "unreadable"): "cannot be read: Permission denied",
            ("loop", "warning", "directory-loop"): "a link to a folder above it; not followed",
            ("dangling.md", "error", "unreadable"): "cannot be read: No such file or directory",
            ("pipe.md", "note", "not-a-file"): "neither a file nor a folder; not used",
        }
        for key, message in expected.items():
            self.assertEqual(found.get(key), message, key)
            if key[1] != "note":
                self.assertIn(f"versus: {key[0]}: {message}\n", self.stderr)
        self.assertIn(("broken.html.gz", "error", "cannot-unpack"), found)
        self.assertIn("good.md", (self.root / "out/documents.csv").read_text())
        self.run_versus("check", self.root / "out")

    def test_strict_writes_nothing(self):
        self.write("in/good.md")
        self.write("in/empty.md", "")
        self.run_versus("build", self.root / "in", "-o", self.root / "out", "--strict", status=2)
        self.assertIn("1 of the documents cannot be used (--strict); nothing was written", self.stderr)
        self.assertFalse((self.root / "out").exists())

    def test_runs_that_make_no_sense(self):
        good = self.write("in/good.md")
        self.write("thesis/chapter.tex")
        (self.root / "void").mkdir()
        empty = self.write("empty.txt", "")
        cases = [
            (["build", self.root / "nowhere", "-o", self.root / "out"], "nowhere: No such file or directory"),
            (["build", self.root / "void", "-o", self.root / "out"], "no documents found"),
            (["build", empty, "-o", self.root / "out"], "none of the documents can be used"),
            (["build", good, "-o", self.root / "thesis"], "not empty, and not a dataset of versus; nothing was written"),
            (["build", good, "-o", good], "good.md: not a folder"),
            (["build", good], "--output is required"),
            (["bulid", good], "unknown command 'bulid': did you mean 'build'?"),
            (["build", good, "-o", "x", "--exlude", "y"], "unknown option '--exlude': did you mean '--exclude'?"),
            (["check", self.root / "void"], "not a dataset"),
            (["read", self.root / "nowhere"], "No such file or directory"),
            (["tables", good, "--table", "9"], "there is no table 9"),
            (["merge", empty, "-o", self.root / "out"], "cut short: no end line"),
            ([], "Usage: versus"),
        ]
        for arguments, message in cases:
            self.run_versus(*arguments, status=2)
            self.assertIn(message, self.stderr, arguments)
        self.assertFalse((self.root / "out").exists())
        self.assertEqual(files_of(self.root / "thesis").keys(), {"chapter.tex"})

    def test_a_full_disk_leaves_the_old_dataset(self):
        out = self.root / "out"
        self.run_versus("build", ARTICLES, "-o", out)
        before = files_of(out, state=True)
        limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                         resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
        self.run_versus("build", ARTICLES, "-o", out, "--no-cache", status=2, preexec_fn=limit)
        self.assertIn("; the previous dataset is untouched", self.stderr)
        self.assertEqual(before, files_of(out, state=True))
        self.assertEqual([path.name for path in self.root.iterdir()], ["out"])

    def test_kill_leaves_the_old_dataset_whole(self):
        out = self.root / "out"
        self.run_versus("build", sorted(ARTICLES.rglob("*.md"))[0], "-o", out)
        (out / "mine.txt").write_text("not yours")
        before = files_of(out, state=True)
        start = time.monotonic()
        self.run_versus("build", ARTICLES, "-o", self.root / "whole")
        duration = time.monotonic() - start
        seen = set()
        for step in range(6):
            process = subprocess.Popen([VERSUS, "build", ARTICLES, "-o", out, "--no-cache"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(duration * (step + 1) / 6)
            process.kill()
            process.wait()
            now = files_of(out, state=True)
            seen.add(now == before)
            if now != before:  # the exchange had happened: then all of it
                self.assertEqual(files_of(out).keys(), files_of(self.root / "whole").keys() | {"mine.txt"})
                self.run_versus("check", out)
        self.assertIn(True, seen)
        self.run_versus("build", ARTICLES, "-o", out)
        self.assertEqual((out / "mine.txt").read_text(), "not yours")
        (out / "mine.txt").unlink()
        self.assertEqual(files_of(out), files_of(self.root / "whole"))
        self.assertEqual(sorted(path.name for path in self.root.iterdir()), ["out", "whole"])

    def test_one_line_of_100_megabytes(self):
        sentence = b"The quick brown fox jumps over the lazy dog while nobody is watching the show tonight. "
        for ending, head in (("txt", b""), ("md", b""), ("html", b"<title>PyTorch vs Keras</title><p>")):
            size = 5_000_000 if IS_SANITIZED or ending != "txt" else 100_000_000
            path = self.write(f"in/{ending}/big.{ending}", head + sentence * (size // len(sentence)))
            self.write(f"in/{ending}/good.md")
            out = self.root / f"out-{ending}"
            limit = None if IS_SANITIZED else lambda: resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
            self.run_versus("build", path.parent, "-o", out, preexec_fn=limit)
            self.assertIn("good.md", (out / "documents.csv").read_text())
            path.unlink()

    def test_a_document_of_claims_alone(self):
        size = 200_000 if IS_SANITIZED else 20_000_000
        claim = b"PyTorch is faster than Keras in this case.\n\n"
        folder = self.write("in/claims.md", b"PyTorch vs Keras\n\n" + claim * (size // len(claim))).parent
        self.write("in/good.md")
        limit = None if IS_SANITIZED else lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
        self.run_versus("build", folder, "-o", self.root / "out", "-j", "2", preexec_fn=limit)
        self.assertIn("good.md", (self.root / "out/documents.csv").read_text())
        if not IS_SANITIZED:
            self.assertIn(("claims.md", "warning", "too-many-rows"), self.diagnostics())
        self.run_versus("check", self.root / "out")

    def test_records_that_are_none(self):
        lines = ['junk', '{"source": "a.md"}', '{"text": "x"}', '{"source": "b.md", "base64": "*"}', '[]', '',
                 '{"source": "c.md", "text": "PyTorch is faster than Keras.", "media": "text/markdown"}',
                 '{"source": "d.html", "text": "\\u0000\\u0001\\u0002"}', b"\xff\xfe".decode("latin1")]
        out = self.run_versus("extract", input="\n".join(lines).encode("latin1"), env={})
        answers = [json.loads(line) for line in out.splitlines()]
        statuses = [(a["source"], a["status"]) for a in answers if a["type"] == "status"]
        self.assertEqual(statuses, [(None, "bad_record"), ("a.md", "bad_record"), (None, "bad_record"),
                                    ("b.md", "bad_record"), (None, "bad_record"), ("c.md", "ok"),
                                    ("d.html", "unusable"), (None, "bad_record")])
        self.assertEqual(answers[-1], {"type": "end", "n_documents": 2})
        self.run_versus("merge", "-o", self.root / "out", input=out.encode(), status=3)
        self.run_versus("merge", "--partial", input=out.encode()[:-5], status=2)

    def test_an_output_inside_the_input_is_not_read_again(self):
        self.write("in/good.md")
        self.run_versus("build", self.root / "in", "-o", self.root / "in/out")
        before = files_of(self.root / "in/out")
        self.run_versus("build", self.root / "in", "-o", self.root / "in/out")
        self.assertEqual(before, files_of(self.root / "in/out"))


if __name__ == "__main__":
    unittest.main()
