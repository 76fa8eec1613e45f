"""The stages: alone, or as the whole night that `make nightly` runs, with each stage measured."""
import shutil
from dataclasses import dataclass
from pathlib import Path

from data import scratch
from measure import Usage, run, usages
from settings import CORES, RELEASE, SCRIPTS, TOOLS, stage_environment

SHIMS = TOOLS / "stages"
# Some executables are several stages: the first argument says which.
EXECUTABLES = {"requite-ingest": "", "requite-score": " $1", "requite-merge": "", "requite-report": " $1"}


def inflate(files):
    """The floor: zlib, and nothing else."""
    return run("inflate", [TOOLS / "zinflate", *files])


def ingest(dumps, prefix=(), options=()):
    """Reads a folder of dumps into a new folder of ledgers."""
    return run("requite-ingest", [*prefix, RELEASE / "requite-ingest", dumps, "--out", scratch("ingest"), *options])


# What reads the exports of other systems.
ADAPTED = ("--config", SCRIPTS / "exports/configuration.yaml")


@dataclass(frozen=True)
class Night:
    """A night: the usage of all of it, and of each stage summed over its processes."""

    whole: Usage
    stages: dict


def night(dumps, out, jobs=CORES, prefix=()):
    """Runs a night as `make nightly` does, without building. `out` may hold earlier nights."""
    log = scratch("log") / "stages"
    _write_shims()
    environment = stage_environment(
        DUMPS=str(dumps), OUT=str(out), CONFIG="Pipelines/nightly.yaml", AS_OF="", BIN=str(SHIMS),
        BENCH_TIMED=str(TOOLS / "timed"), BENCH_LOG=str(log), BENCH_RELEASE=str(RELEASE))
    whole = run("night", [*prefix, SCRIPTS.parent / "nightly.sh", "make", f"-j{jobs}"], environment)
    return Night(whole, _by_stage(usages(log)))


def copy_of(out, name):
    """A copy of what earlier nights left, with its times, so that make believes it."""
    copy = scratch(name)
    return Path(shutil.copytree(out, copy, symlinks=True, dirs_exist_ok=True))


def _write_shims():
    """Executables that stand in for ours: each runs the real one under `timed`."""
    SHIMS.mkdir(parents=True, exist_ok=True)
    for name, suffix in EXECUTABLES.items():
        text = f'#!/bin/sh\nexec "$BENCH_TIMED" "$BENCH_LOG" "{name}{suffix}" "$BENCH_RELEASE/{name}" "$@"\n'
        shim = SHIMS / name
        # An unchanged file keeps its time: the night looks at it to see whether the tools have changed.
        if not shim.exists() or shim.read_text() != text:
            shim.write_text(text)
            shim.chmod(0o755)


def _by_stage(lines):
    stages = {}
    for usage in lines:
        before = stages.get(usage.label, Usage(usage.label, 0, 0, 0))
        stages[usage.label] = Usage(
            usage.label, before.cpu + usage.cpu, before.wall + usage.wall, max(before.peak, usage.peak),
            max(before.code, usage.code))
    return stages
