"""`versus check` finds what it is there to find."""
import json
import shutil
import unittest

from harness import ARTICLES, CliTest


class Check(CliTest):
    def setUp(self):
        super().setUp()
        self.articles = self.root / "articles"
        self.out = self.root / "out"
        shutil.copytree(ARTICLES, self.articles)
        self.run_versus("build", self.articles, "-o", self.out)

    def change(self, name, edit):
        """Edits the records of a table in its JSON Lines."""
        path = self.out / f"{name}.jsonl"
        records = [json.loads(line) for line in path.read_text().splitlines()]
        edit(records)
        path.write_text("".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records))

    def check_fails(self, *messages):
        out = self.run_versus("check", self.out, status=1)
        for message in messages:
            self.assertIn(message, out)

    def test_every_quote_of_the_articles_stands_at_its_place(self):
        out = self.run_versus("check", self.out)
        self.assertIn("; no problems", out)
        rows = len((self.out / "rows.jsonl").read_text().splitlines())
        self.assertIn(f"{rows} of {rows} quotes checked", out)

    def test_an_invented_quote(self):
        def edit(rows):
            rows[3]["quote"] += " indeed"
        self.change("rows", edit)
        self.check_fails("the quote does not stand at its bytes", "rows.csv: does not hold the same records")

    def test_a_quote_that_moved(self):
        def edit(rows):
            for row in rows[:1]:
                row["line"] += 1
        self.change("rows", edit)
        self.check_fails("the quote begins on line")

    def test_a_reference_to_nothing(self):
        self.change("rows", lambda rows: rows[0].update(entity_id="nobody"))
        self.check_fails("entity_id nobody is not in entities")

    def test_a_key_twice(self):
        self.change("documents", lambda documents: documents.append(dict(documents[0])))
        self.check_fails("is there twice")

    def test_sources_that_moved_or_changed(self):
        self.articles.rename(self.root / "elsewhere")
        out = self.run_versus("check", self.out, status=1)
        self.assertIn("the source is not there", out)
        self.run_versus("check", self.out, "--sources", self.root / "elsewhere")
        source = json.loads((self.out / "rows.jsonl").read_text().splitlines()[0])["source"]
        changed = self.root / "elsewhere" / source
        changed.write_text("x" + changed.read_text())
        out = self.run_versus("check", self.out, "--sources", self.root / "elsewhere", status=1)
        self.assertIn(f"{changed.name}: the source is not there", out)

    def test_a_vocabulary(self):
        self.write("names/entities/mine.tsv", "Gadget\tproduct\tgizmo\n")
        self.run_versus("check", "--vocabulary", self.root / "names")


if __name__ == "__main__":
    unittest.main()
