"""A user's decisions about names: written into the review file, built with, seen in the difference - and nothing else."""
import json
import unittest

from harness import ARTICLES, CliTest

COLUMNS = ["what", "label", "aliases", "id", "same_as"]


class Names(CliTest):
    def setUp(self):
        super().setUp()
        self.run_versus("build", ARTICLES, "-o", self.root / "before")
        self.review = self.run_versus("names", self.root / "before")

    def rows(self, folder):
        lines = (self.root / folder / "rows.jsonl").read_text().splitlines()
        return {row["row_id"]: row for row in map(json.loads, lines)}

    def decide(self, decisions):
        """Takes the '#' off the lines of the review file with these labels and sets their cells."""
        lines = []
        for line in self.review.splitlines():
            cells = line.lstrip("#").split("\t")
            decision = decisions.pop((cells[0], cells[1]), None) if len(cells) > 4 else None
            if decision is not None:
                for column, value in decision.items():
                    cells[COLUMNS.index(column)] = value
                line = "\t".join(cells)
            lines.append(line)
        for (what, label), cells in decisions.items():  # names that the review file does not list
            cells = {"what": what, "label": label, **cells}
            lines.append("\t".join([cells.get(column, "") for column in COLUMNS] + [""] * 6))
        self.write("names/names.tsv", "\n".join(lines) + "\n")

    def test_exactly_what_was_decided_changes(self):
        before = self.rows("before")
        features = {row["feature_surface"]: row["feature_id"] for row in before.values()}
        merged, renamed, kept_apart = "Backend Choice", "Requests/s", "Start-up"
        self.assertEqual(features[kept_apart], "startup-time")
        self.decide({("feature", merged): {"same_as": "Backend"},
                     ("feature", renamed): {"label": "Requests per second, measured"},
                     ("feature", kept_apart): {},
                     ("entity", "PyTorch"): {"id": "pytorch", "label": "Torch of Meta"},
                     ("entity", "Kafka"): {"id": "our-kafka"}})
        self.run_versus("check", "--vocabulary", self.root / "names")
        self.run_versus("build", ARTICLES, "-o", self.root / "after", "--vocabulary", self.root / "names")
        after = self.rows("after")
        self.assertEqual(before.keys(), after.keys(), "ids of rows do not move with the vocabulary")
        changed = set()
        for row_id, row in before.items():
            new = after[row_id]
            for role in ("entity", "opponent", "feature"):
                if (row[role], row[f"{role}_id"]) != (new[role], new[f"{role}_id"]):
                    changed.add((row[f"{role}_surface"] if role == "feature" else row[role], new[f"{role}_id"], new[role]))
        self.assertLessEqual({(merged, "backend", "Backend"),
                              (renamed, features[renamed], "Requests per second, measured"),
                              (kept_apart, "start-up", kept_apart),
                              ("PyTorch", "pytorch", "Torch of Meta")}, changed)
        expected = {merged, renamed, kept_apart, "PyTorch", "Apache Kafka"}
        self.assertEqual({surface for surface, *_ in changed}, expected)
        self.assertEqual({new for old, new, _ in changed if old == "Apache Kafka"}, {"our-kafka"})

        diff = [json.loads(line) for line in self.run_versus(
            "diff", self.root / "before", self.root / "after", "--format", "jsonl", status=1).splitlines()]
        in_diff = {row_id for entry in diff if entry["level"] == "row" for row_id in entry["rows"]}
        in_rows = {row_id for row_id, row in before.items()
                   if any(row[role] != after[row_id][role] or row[f"{role}_id"] != after[row_id][f"{role}_id"]
                          for role in ("entity", "opponent", "feature"))}
        self.assertEqual(in_diff, in_rows)
        self.assertEqual({entry["op"] for entry in diff if entry["level"] == "row"}, {"renamed"})

    def test_without_a_decision_nothing_changes(self):
        self.decide({})
        self.run_versus("build", ARTICLES, "-o", self.root / "after", "--vocabulary", self.root / "names")
        self.run_versus("diff", self.root / "before", self.root / "after")

    def test_suggestions_come_from_the_vocabulary_too(self):
        article = "PyTorch vs Keras\n\n| | PyTorch | Keras |\n|---|---|---|\n| Zoomability | high | low |\n| Colour depht | 8 | 16 |\n"
        names = "what\tlabel\taliases\nfeature\tColour depth\tbits of colour\n"
        self.write("own/names.tsv", names)
        self.run_versus("build", self.write("a.md", article), "-o", self.root / "one")
        review = self.run_versus("names", self.root / "one", "--vocabulary", self.root / "own")
        line = next(line for line in review.splitlines() if line.startswith("#feature\tColour depht\t"))
        self.assertEqual(line.split("\t")[7], "Colour depth")

    def test_mistakes_in_a_vocabulary_are_found_with_file_and_line(self):
        own = self.write("own/names.tsv", "what\tlabel\taliases\tid\n"
                                          "entity\tGadget\tgizmo\t\n"
                                          "entity\tWidget\tgizmo\t\n"
                                          "entity\tPyTorch\tTorchServe; PyTorch Serve\tpytorch\n")
        out = self.run_versus("check", "--vocabulary", own.parent, status=1)
        self.assertIn(f"{own}:3: 'gizmo' of Widget belongs to Gadget already ({own}:2)", out)
        self.assertRegex(out, rf"{own}:4: 'TorchServe' of PyTorch shadows TorchServe \(vocabulary/.*\.tsv:\d+\)")
        self.assertRegex(out, r"vocabulary/.*\.tsv:\d+: no name leads to TorchServe")

    def test_settings_reach_the_dataset(self):
        article = self.write("in/a.md", "# PyTorch vs Keras\n\n| Feature | PyTorch | Keras | Winner |\n|---|---|---|---|\n"
                                        "| Speed | fast | fast | neck and neck |\n| Size | big | small | Keras |\n")
        settings = self.write("versus.toml", '[dataset]\ntitle = "Two of them"\n[words]\ntie = ["neck and neck"]\n')
        self.run_versus("build", article.parent, "-o", self.root / "plain")
        self.run_versus("build", article.parent, "-o", self.root / "set", "--config", settings)
        package = json.loads((self.root / "set/datapackage.json").read_text())
        self.assertEqual(package["title"], "Two of them")

        def ties(folder):
            return [row["feature"] for row in self.rows(folder).values() if row["direction"] == "equal"]

        self.assertEqual(ties("plain"), [])
        self.assertEqual(ties("set"), ["Performance"])
        settings.write_text("[thresholds]\nnumber_tolerence = 0.1\n")
        self.run_versus("build", article.parent, "-o", self.root / "set", "--config", settings, status=2)
        self.assertIn(f"{settings}:2: ", self.stderr)


if __name__ == "__main__":
    unittest.main()
