"""Writes CSV dumps again as JSON lines, row by row the same content.

    python3 -m dumps.twins FROM TO
"""
import io
import json
import sys

from .rewriting import rewrite, rows


def json_lines(path):
    """The rows of a dump as JSON lines; an empty field is left out."""
    lines = io.StringIO()
    for row in rows(path):
        present = {name: value for name, value in row.items() if value}
        lines.write(json.dumps(present, ensure_ascii=False, separators=(",", ":")) + "\n")
    return lines.getvalue().encode()


if __name__ == "__main__":
    rewrite(*sys.argv[1:3], "", {"{}.jsonl.gz": json_lines})
