"""What `make bench` was asked for, and where things are. Everything that is made lies under `.build/bench`."""
import os
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path("Pipelines/bench")
BENCH = Path(".build/bench").absolute()
TOOLS = BENCH / "bin"
RELEASE = Path(".build/release").absolute()
PYTHON = BENCH / "venv/bin/python"
KEY = BENCH / "key"
CORES = len(os.sched_getaffinity(0))

# The set whose instructions are counted never changes, or its budget would have to.
COUNTED = {"days": 1, "rows": 20_000, "customers": 20_000}


@dataclass(frozen=True)
class Settings:
    """The variables of the goal."""

    days: int
    rows: int
    runs: int
    peers: bool
    long: bool
    record: bool

    @staticmethod
    def of(environment):
        """Reads `DAYS`, `ROWS`, `RUNS`, and the switches `PEERS`, `LONG` and `RECORD`, which `1` turns on."""
        number = lambda name, standard: int(environment.get(name) or standard)
        switch = lambda name: environment.get(name, "") not in ("", "0")
        return Settings(
            days=number("DAYS", 5), rows=number("ROWS", 200_000), runs=number("RUNS", 3),
            peers=switch("PEERS"), long=switch("LONG"), record=switch("RECORD"))


def stage_environment(**more):
    """A bare environment for what is measured: nothing of the caller's, and nothing of the make that called us."""
    KEY.parent.mkdir(parents=True, exist_ok=True)
    if not KEY.exists():
        KEY.touch(mode=0o600)
        KEY.write_text("5eed" * 16 + "\n")
    return {
        "PATH": os.environ["PATH"], "HOME": str(BENCH), "TERM": "dumb", "LC_ALL": "C", "TZ": "UTC",
        "SWIFT_BACKTRACE": "enable=no", "REQUITE_KEY_FILE": str(KEY), **more}
