"""Writes CSV dumps again as JSON lines, row by row the same content.

    python3 -m dumps.twins FROM TO
"""
import csv
import gzip
import io
import json
import os
import sys

from .packing import write


def json_lines(path):
    """The rows of a dump as JSON lines; an empty field is left out."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        lines = io.StringIO()
        for row in rows:
            present = {name: value for name, value in row.items() if value}
            lines.write(json.dumps(present, ensure_ascii=False, separators=(",", ":")) + "\n")
        return lines.getvalue().encode()


def main():
    source, target = sys.argv[1:3]
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        if name.endswith(".csv.gz"):
            write(os.path.join(target, name.replace(".csv.gz", ".jsonl.gz")), json_lines(os.path.join(source, name)))


if __name__ == "__main__":
    main()
