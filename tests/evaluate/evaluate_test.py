#!/usr/bin/env python3
"""evaluate_test.py VERSUS_EVALUATE: what versus-evaluate counts as right, found, false and forbidden, case by case."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

GOLD = {
    "document": "a.md",
    "entities": [{"surface": ["PG", "PostgreSQL 16"], "canonical": "PostgreSQL"}, {"surface": ["MySQL"], "canonical": "MySQL"}],
    "rows": [
        {"entity": "PostgreSQL 16", "canonical_entity": "PostgreSQL", "feature": "JSON", "kind": "text", "value": "✅"},
        {"entity": "MySQL", "canonical_entity": "MySQL", "feature": "Score", "kind": "rating", "value": "7/10", "num": 7},
        {"entity": "MySQL", "canonical_entity": "MySQL", "feature": "Pros", "kind": "text", "value": "small fast",
         "parts": ["small", "fast"]},
        {"entity": "", "canonical_entity": "", "feature": "JSON", "kind": "advantage", "value": "tie"},
        {"entity": "MySQL", "canonical_entity": "MySQL", "feature": "JSON", "kind": "text", "value": "-", "optional": True},
    ],
    "claims": [
        {"subject": "PostgreSQL", "object": "MySQL", "direction": "better", "feature": "JSON support", "hedge": True,
         "negated": False, "quote": "PostgreSQL usually has better JSON support than MySQL."},
    ],
    "must_not": [{"text": "Subscribe to our newsletter", "why": "footer"}],
    "claims_annotated": "comparative",
}


def row(entity, feature, value, kind="text", **more):
    return {"source": "articles/a.md", "kind": kind, "entity": entity, "entity_surface": entity,
            "feature_surface": feature, "value": value, "quote": value, **more}


def claim(subject, opponent, direction, quote=GOLD["claims"][0]["quote"], **more):
    return {"source": "a.md", "kind": "claim", "entity": subject, "entity_surface": subject, "opponent_surface": opponent,
            "feature_surface": "JSON", "direction": direction, "quote": quote, "value": quote, **more}


ALL_RIGHT = [
    row("PostgreSQL", "json", "yes"), row("MySQL", "Score", "7", "rating"), row("MySQL", "Pros", "small"),
    row("MySQL", "Pros", "fast"), row("", "JSON", "draw", "advantage"),
    claim("PG", "MySQL", "better", hedged=True),
]


class Evaluate(unittest.TestCase):
    def measure(self, rows, floors=""):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.gold.json"), "w", encoding="utf-8") as file:
                json.dump(GOLD, file)
            with open(os.path.join(folder, "floors.tsv"), "w", encoding="utf-8") as file:
                file.write(floors)
            rows_file = os.path.join(folder, "rows.jsonl")
            with open(rows_file, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in rows)
            done = subprocess.run([PROGRAM, "rows", rows_file, "--gold", folder], capture_output=True, text=True)
        self.errors, self.status = done.stderr, done.returncode
        return {name: float(value) for name, value in (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)}

    def test_everything_right(self):
        measures = self.measure(ALL_RIGHT)
        self.assertTrue(all(value == 1 for value in measures.values()), measures)
        self.assertEqual(self.status, 0)

    def test_nothing_found(self):
        measures = self.measure([])
        self.assertEqual((measures["rows.precision"], measures["rows.recall"]), (0, 0))

    def test_rows_of_other_documents_do_not_count(self):
        self.assertEqual(self.measure([{**line, "source": "b.md"} for line in ALL_RIGHT])["rows.recall"], 0)

    def test_wrong_rows(self):
        for name, wrong in {
            "entity": row("MySQL", "JSON", "yes"),
            "value": row("PostgreSQL", "JSON", "no"),
            "feature": row("PostgreSQL", "XML", "yes"),
            "rating": row("MySQL", "Score", "8", "rating"),
            "winner": row("", "JSON", "MySQL", "advantage"),
        }.items():
            with self.subTest(name):
                measures = self.measure([wrong])
                self.assertEqual((measures["rows.precision"], measures["rows.recall"]), (0, 0))

    def test_a_row_is_found_once(self):
        self.assertEqual(self.measure([ALL_RIGHT[0], ALL_RIGHT[0]])["rows.precision"], 0.5)

    def test_optional_rows_count_neither_way(self):
        self.assertEqual(self.measure(ALL_RIGHT + [row("MySQL", "JSON", "-")])["rows.precision"], 1)

    def test_one_part_of_a_list_is_right_but_does_not_find_the_list(self):
        measures = self.measure([row("MySQL", "Pros", "fast")])
        self.assertEqual((measures["rows.precision"], measures["rows.recall"]), (1, 0))

    def test_kind_and_canonical_entity(self):
        measures = self.measure([row("MySQL", "Score", "7/10"), {**ALL_RIGHT[0], "entity_surface": "PG", "entity": "Pg"}])
        self.assertEqual((measures["rows.recall"], measures["rows.kind_right"]), (0.5, 0.5))
        self.assertEqual(measures["rows.canonical_right"], 0.5)

    def test_a_claim_turned_round_is_the_same_claim(self):
        self.assertEqual(self.measure([claim("MySQL", "PostgreSQL", "worse")])["claims.comparative.recall"], 1)

    def test_wrong_claims(self):
        for wrong in [claim("MySQL", "PostgreSQL", "better"), claim("PG", "MySQL", "equal"), claim("PG", None, "better"),
                      claim("PG", "MySQL", "better", quote="Another sentence altogether.")]:
            with self.subTest(wrong):
                measures = self.measure([wrong])
                self.assertEqual(measures["claims.comparative.precision"], 0)
                self.assertEqual(measures["claims.comparative.recall"], 0)

    def test_flags_of_matched_claims(self):
        measures = self.measure([claim("PG", "MySQL", "better", hedged=False, negated=True)])
        self.assertEqual((measures["claims.hedge_right"], measures["claims.negation_right"]), (0, 0))

    def test_forbidden_text(self):
        for value in ["Subscribe to our newsletter", "Please subscribe to our newsletter today!"]:
            with self.subTest(value):
                self.assertEqual(self.measure([row("MySQL", "x", value)])["must_not.kept_out"], 0)
        self.assertEqual(self.measure([row("MySQL", "x", "newsletter")])["must_not.kept_out"], 1)

    def test_floors(self):
        self.measure(ALL_RIGHT, "# pinned\nrows.f1\t1.0\n")
        self.assertEqual(self.status, 0)
        self.measure(ALL_RIGHT[1:], "rows.recall\t0.9\n")
        self.assertEqual(self.status, 1)
        self.assertIn("rows.recall is 0.7500, under its floor 0.9000", self.errors)
        self.measure(ALL_RIGHT, "rows.speed\t1\n")
        self.assertEqual(self.status, 1)
        self.assertIn("no measure is called 'rows.speed'", self.errors)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop()
    unittest.main()
