"""Polars and DuckDB: what they do is in `peers/JOB.md`."""
import datetime
import subprocess

from data import scratch
from measure import run
from settings import BENCH, CORES, PYTHON, SCRIPTS

NAMES = ("polars", "duckdb")


def contestants(made):
    """A contestant for each peer, over all dumps of a set."""
    answers = scratch("peers")
    cut = datetime.date.fromisoformat(made.dates[-1]) + datetime.timedelta(days=1)

    def contestant(name):
        script = SCRIPTS / "peers" / f"{name}_job.py"
        return lambda: run(
            name, [PYTHON, "-B", script, made.folder, answers / f"{name}.json", f"{cut}T00:00:00", CORES])

    return {name: contestant(name) for name in NAMES}


def check_agreement():
    """Ends the bench when the peers do not have the same answer: then one of them did another job."""
    answers = [BENCH / "work/peers" / f"{name}.json" for name in NAMES]
    subprocess.run([PYTHON, "-B", SCRIPTS / "peers/compare.py", *answers], check=True)


def versions():
    """The versions of the peers."""
    script = "import duckdb, polars; print(f'Polars {polars.__version__}, DuckDB {duckdb.__version__}')"
    return subprocess.run([PYTHON, "-c", script], check=True, capture_output=True, text=True).stdout.strip()
