#!/usr/bin/env python3
"""read_dataset.py DATASET, or read_dataset.py VERSUS SOURCES to build one first: reads a dataset with programs that are
not ours and says what is wrong with it.

Always: datapackage.json against the rules of Data Package 2.0 that concern it, every CSV against its schema (types,
required, unique, primary and foreign keys), JSON Lines against CSV, hashes, SQLite's integrity_check and
foreign_key_check, full-text search. With pandas and DuckDB installed: their types.
"""
import csv
import hashlib
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

csv.field_size_limit(10**9)
PARSERS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": lambda text: {"true": True, "false": False}[text],
    "array": json.loads,
}
DUCKDB_TYPES = {"integer": {"BIGINT"}, "number": {"DOUBLE", "BIGINT"}, "boolean": {"BOOLEAN"}}


def check_package(package):
    yield from ("package: no resources" for _ in [0] if not package.get("resources"))
    if not re.fullmatch(r"[a-z0-9._-]+", package.get("name", "")):
        yield "package: name is not a name"
    names = [resource["name"] for resource in package["resources"]]
    if len(set(names)) != len(names):
        yield "package: two resources of one name"
    for resource in package["resources"]:
        path = resource["path"]
        if path.startswith("/") or ".." in path.split("/"):
            yield f"{path}: unsafe path"
        if "schema" in resource:
            fields = [field["name"] for field in resource["schema"]["fields"]]
            if len(set(fields)) != len(fields):
                yield f"{path}: two fields of one name"
            for field in resource["schema"]["fields"]:
                if field["type"] not in PARSERS:
                    yield f"{path}: type {field['type']}"
            for name in resource["schema"].get("primaryKey", []):
                if name not in fields:
                    yield f"{path}: primary key {name} is no field"
            for key in resource["schema"].get("foreignKeys", []):
                if key["reference"].get("resource", resource["name"]) not in names:
                    yield f"{path}: reference to nothing"


def read_csv(folder, resource):
    with open(folder / resource["path"], encoding="utf-8", newline="") as file:
        text = file.read()
    if "\r\n" in re.sub(r'"(?:[^"]|"")*"', "", text):
        raise SystemExit(f"{resource['path']}: CRLF")
    lines = list(csv.DictReader(text.splitlines(keepends=True)))
    return lines


def check_table(resource, lines, tables):
    path, schema = resource["path"], resource["schema"]
    for field in schema["fields"]:
        name, seen = field["name"], set()
        constraints = field.get("constraints", {})
        for number, line in enumerate(lines, 2):
            value = line[name]
            if value == "":
                if constraints.get("required"):
                    yield f"{path}:{number}: {name} is missing"
                continue
            try:
                PARSERS[field["type"]](value)
            except (ValueError, KeyError):
                yield f"{path}:{number}: {name} '{value}' is no {field['type']}"
            if field["type"] == "number" and re.search(r"\.\d{7}|[eE]", value):
                yield f"{path}:{number}: {name} '{value}' has more than 6 decimals"
            if constraints.get("unique") and value in seen:
                yield f"{path}:{number}: {name} '{value}' twice"
            seen.add(value)
    keys = [tuple(line[name] for name in schema["primaryKey"]) for line in lines] if "primaryKey" in schema else []
    if len(set(keys)) != len(keys):
        yield f"{path}: primary key repeats"
    for key in schema.get("foreignKeys", []):
        other = tables[key["reference"].get("resource", resource["name"])]
        known = {line[key["reference"]["fields"][0]] for line in other}
        for number, line in enumerate(lines, 2):
            value = line[key["fields"][0]]
            if value and value not in known:
                yield f"{path}:{number}: {key['fields'][0]} '{value}' is nowhere"


def check_jsonl(folder, resource, lines):
    """Every value of the JSON Lines is that of the CSV."""
    path = folder / (resource["name"] + ".jsonl")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    if len(records) != len(lines):
        yield f"{path.name}: {len(records)} records, the CSV has {len(lines)}"
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    for number, (record, line) in enumerate(zip(records, lines), 1):
        if list(record) != list(types):
            yield f"{path.name}:{number}: other keys than the schema"
        for name, value in record.items():
            expected = PARSERS[types[name]](line[name]) if line[name] != "" else None
            if value != expected:
                yield f"{path.name}:{number}: {name} is {value!r}, in the CSV {line[name]!r}"


def check_sqlite(folder, tables):
    database = sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        yield "dataset.db: integrity_check fails"
    for row in database.execute("PRAGMA foreign_key_check"):
        yield f"dataset.db: foreign key {row}"
    for name, lines in tables.items():
        if name == "matrix-csv":
            continue
        count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        if count != len(lines):
            yield f"dataset.db: {name} has {count} rows, the CSV {len(lines)}"
        if not database.execute("SELECT 1 FROM pragma_table_list WHERE name = ? AND strict = 1", (name,)).fetchone():
            yield f"dataset.db: {name} is not STRICT"
    word = database.execute("SELECT quote FROM rows WHERE quote GLOB '[A-Za-z]*' LIMIT 1").fetchone()
    if word:
        term = re.match(r"[A-Za-z]+", word[0]).group()
        if not database.execute("SELECT 1 FROM quotes WHERE quotes MATCH ?", (f'"{term}"',)).fetchone():
            yield f"dataset.db: full-text search does not find '{term}'"
    database.close()


def check_pandas(folder, resources):
    try:
        import pandas
    except ImportError:
        print("pandas is not installed: skipped")
        return
    for resource in resources:
        frame = pandas.read_csv(folder / resource["path"], keep_default_na=False, na_values=[""])
        for field in resource["schema"]["fields"]:
            column = frame[field["name"]].dropna()
            if column.empty or field["type"] in ("string", "array"):
                continue
            kind = {"integer": "iuf", "number": "iuf", "boolean": "bO"}[field["type"]]
            if column.infer_objects().dtype.kind not in kind:
                yield f"{resource['path']}: pandas reads {field['name']} as {column.dtype}"


def check_duckdb(folder, resources):
    try:
        import duckdb
    except ImportError:
        print("DuckDB is not installed: skipped")
        return
    for resource in resources:
        path = str(folder / resource["path"])
        found = {row[0]: row[1] for row in duckdb.sql(
            f"DESCRIBE SELECT * FROM read_csv('{path}', header=true, sample_size=-1, delim=',', quote='\"', escape='\"')").fetchall()}
        empty = {name for name in found if not duckdb.sql(
            f"SELECT 1 FROM read_csv('{path}', header=true, all_varchar=true, delim=',', quote='\"', escape='\"') "
            f"WHERE \"{name}\" IS NOT NULL LIMIT 1").fetchall()}
        for field in resource["schema"]["fields"]:
            wanted = DUCKDB_TYPES.get(field["type"])
            if wanted and field["name"] not in empty and found[field["name"]] not in wanted:
                yield f"{resource['path']}: DuckDB reads {field['name']} as {found[field['name']]}"


def main(folder):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    problems = list(check_package(package))
    typed = [resource for resource in package["resources"] if "schema" in resource]
    tables = {resource["name"]: read_csv(folder, resource) for resource in typed}
    for resource in package["resources"]:
        if "hash" in resource:
            digest = hashlib.sha256((folder / resource["path"]).read_bytes()).hexdigest()
            if resource["hash"] != "sha256:" + digest:
                problems.append(f"{resource['path']}: another hash")
    for resource in typed:
        problems += check_table(resource, tables[resource["name"]], tables)
        if resource["name"] != "matrix-csv":
            problems += check_jsonl(folder, resource, tables[resource["name"]])
    problems += check_sqlite(folder, tables)
    problems += check_pandas(folder, typed)
    problems += check_duckdb(folder, typed)
    print("\n".join(problems[:50]) or f"{len(package['resources'])} files read: no problems")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) == 2:
        sys.exit(main(pathlib.Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as built:
        subprocess.run([sys.argv[1], "-q", "build", sys.argv[2], "-o", built + "/out"], check=True)
        sys.exit(main(pathlib.Path(built) / "out"))
