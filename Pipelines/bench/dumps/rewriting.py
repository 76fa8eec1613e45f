"""Dumps that are there, written again in other layouts."""
import csv
import gzip
import os

from .packing import write


def rows(path):
    """The rows of a CSV dump."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def rewrite(source, target, prefix, layouts):
    """Writes every CSV dump whose name begins with a prefix in some layouts.

    A layout is a name, with `{}` where the rest of the dump's name goes, and what makes the text of a dump's path.
    """
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        if name.startswith(prefix) and name.endswith(".csv.gz"):
            rest = name[len(prefix):-len(".csv.gz")]
            for layout, text in layouts.items():
                write(os.path.join(target, layout.format(rest)), text(os.path.join(source, name)))
