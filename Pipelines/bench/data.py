"""The dumps that are measured: made once, kept, and put together into folders of links."""
import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from settings import BENCH, PYTHON, SCRIPTS

DATA = BENCH / "data"
SEED = 1
KINDS = ("surveys", "interactions")


@dataclass(frozen=True)
class Dumps:
    """A folder of dumps that was generated, and how much is in it."""

    folder: Path
    sizes: dict

    @property
    def files(self):
        """All dumps, by name."""
        return [self.folder / name for name in sorted(self.sizes)]

    @property
    def dates(self):
        return sorted({path.name.split("-", 1)[1].split(".")[0] for path in self.files})

    def of_days(self, dates):
        """The dumps of some days."""
        return [path for path in self.files if any(date in path.name for date in dates)]

    def total(self, what):
        """Bytes of `text` or of `gzip`."""
        return sum(size[what] for size in self.sizes.values())


def generator_digest():
    """Dumps of another generator are other dumps."""
    digest = hashlib.sha256()
    for path in sorted((SCRIPTS / "dumps").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def dumps(days, rows, customers=200_000, kinds=KINDS):
    """Generates dumps, unless they are there."""
    name = f"{days}x{rows}-{customers}-{'-'.join(kinds)}-{generator_digest()}"
    folder = DATA / name
    if not (folder / "sizes.json").exists():
        print(f"Generating {days} days of {rows:,} rows of {' and '.join(kinds)}.", flush=True)
        _generate("dumps", folder, "--days", days, "--rows", rows, "--customers", customers, "--seed", SEED,
                  "--kinds", *kinds)
    return Dumps(folder, json.loads((folder / "sizes.json").read_text()))


def json_lines(of):
    """The same rows as JSON lines, in a folder beside; returns the folder."""
    folder = of.folder.with_name(of.folder.name + "-jsonl")
    if not folder.exists():
        unfinished = folder.with_name(folder.name + ".unfinished")
        _generate("dumps.twins", of.folder, unfinished)
        unfinished.rename(folder)
    return folder


def exports(of):
    """The interactions as other systems export them, in a folder beside; returns the folder."""
    digest = hashlib.sha256((SCRIPTS / "exports/__main__.py").read_bytes()).hexdigest()[:8]
    folder = of.folder.with_name(f"{of.folder.name}-exports-{digest}")
    if not folder.exists():
        unfinished = folder.with_name(folder.name + ".unfinished")
        _generate("exports", of.folder, unfinished)
        unfinished.rename(folder)
    return folder


def _generate(module, *arguments):
    subprocess.run([PYTHON, "-m", module, *map(str, arguments)], cwd=SCRIPTS, check=True)


def scratch(name):
    """An empty folder for one use; what was in it goes."""
    folder = BENCH / "work" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def links(name, files):
    """A folder of links to some dumps."""
    folder = scratch(name)
    for path in files:
        (folder / path.name).symlink_to(path)
    return folder
