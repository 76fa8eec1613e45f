"""Writes dumps of surveys and interactions, a file a day and kind.

    python3 -m dumps FOLDER --days 30 --rows 200000

A file depends on the seed, the kind, the number of the day and the sizes, never on how many days there are: a longer
run continues a shorter one. `sizes.json`, written last, says how much text there is.
"""
import argparse
import datetime
import json
import os
from concurrent.futures import ThreadPoolExecutor

from . import surveys
from .clock import DAY, Clock
from .interactions import HEADER as INTERACTIONS_HEADER
from .interactions import Interactions
from .packing import write

# Threads last at most some weeks; the table of days must reach around them.
MARGIN = 40 * DAY


def arguments():
    parser = argparse.ArgumentParser(prog="dumps", description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--days", type=int, required=True)
    parser.add_argument("--rows", type=int, required=True, help="rows a day and kind, about")
    parser.add_argument("--kinds", nargs="+", default=["surveys", "interactions"])
    parser.add_argument("--vendors", type=int, default=40)
    parser.add_argument("--customers", type=int, default=200000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first-day", type=datetime.date.fromisoformat, default=datetime.date(2026, 1, 16))
    options = parser.parse_args()
    options.start = (options.first_day - datetime.date(1970, 1, 1)).days * DAY
    return options


def main():
    options = arguments()
    os.makedirs(options.folder, exist_ok=True)
    clock = Clock(options.start - MARGIN, options.start + options.days * DAY + MARGIN)
    interactions = Interactions(options, clock)
    makers = {
        "surveys": lambda number: surveys.HEADER + surveys.day(options, number, clock),
        "interactions": lambda number: INTERACTIONS_HEADER + interactions.day(number)}
    sizes = {}
    with ThreadPoolExecutor(1) as compressor:
        for number in range(options.days):
            date = options.first_day + datetime.timedelta(days=number)
            for kind in options.kinds:
                path = os.path.join(options.folder, f"{kind}-{date}.csv.gz")
                sizes[os.path.basename(path)] = compressor.submit(write, path, makers[kind](number))
                # The text of two files at most waits in memory.
                while sum(not size.done() for size in sizes.values()) > 2:
                    next(size for size in sizes.values() if not size.done()).result()
        sizes = {name: size.result() for name, size in sorted(sizes.items())}
    with open(os.path.join(options.folder, "sizes.json"), "w") as file:
        json.dump(sizes, file, indent=1)


if __name__ == "__main__":
    main()
