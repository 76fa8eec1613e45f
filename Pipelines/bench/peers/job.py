"""What both peers share: their arguments, and how they write their answer."""
import json
import os
import sys


def arguments():
    """Patterns of both kinds of dumps, where to write, the cut as `YYYY-MM-DD HH:MM:SS`, and how many threads."""
    folder, out, cut = sys.argv[1:4]
    threads = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    surveys, interactions = (os.path.join(folder, f"{kind}-*.csv.gz") for kind in ("surveys", "interactions"))
    return surveys, interactions, out, f"{cut[:10]} {cut[11:19]}", threads


def _plain(value):
    return value if value is None or isinstance(value, str) else int(value)


def write(out, loyalty, threads):
    """Rows in the order of the README, sorted by their keys."""
    answer = {
        "loyalty": sorted(([_plain(value) for value in row] for row in loyalty), key=lambda row: row[:3]),
        "threads": sorted(([_plain(value) for value in row] for row in threads), key=lambda row: row[:2])}
    with open(out, "w") as file:
        json.dump(answer, file, indent=0)
