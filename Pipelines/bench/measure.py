"""Runs commands and measures them: processor time, wall time, peak memory."""
import os
import statistics
import subprocess
import tempfile
from dataclasses import dataclass

from settings import BENCH, TOOLS, stage_environment


class Failed(Exception):
    """A command that was measured did not end with 0."""


@dataclass(frozen=True)
class Usage:
    """What a command, and everything it waited for, cost: seconds, and the peak of its largest process in MB."""

    label: str
    cpu: float
    wall: float
    peak: float
    code: int = 0

    @staticmethod
    def of_line(line):
        """Reads a line of `timed`."""
        label, user, system, wall, peak, code = line.rstrip("\n").split("\t")
        return Usage(label, (int(user) + int(system)) / 1e6, int(wall) / 1e6, int(peak) * 1024 / 1e6, int(code))


def usages(log):
    """All lines of a log of `timed`."""
    with open(log) as file:
        return [Usage.of_line(line) for line in file]


def run(label, command, environment=None):
    """Runs a command to its end and returns its usage; fails when it does."""
    with tempfile.TemporaryDirectory(dir=BENCH) as folder:
        log = os.path.join(folder, "log")
        ended = subprocess.run(
            [str(TOOLS / "timed"), log, label, *map(str, command)], env=environment or stage_environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if ended.returncode != 0:
            raise Failed(f"{label} ended with {ended.returncode}:\n{ended.stdout.decode(errors='replace')[-2000:]}")
        return usages(log)[-1]


@dataclass(frozen=True)
class Spread:
    """A value that was measured several times: the one in the middle, and how far the others were."""

    middle: float
    low: float
    high: float

    @staticmethod
    def of(values):
        return Spread(statistics.median(values), min(values), max(values))


class Rounds:
    """Contestants that take turns, A, B, C, A, B, C: what the machine does meanwhile, it does to all of them."""

    def __init__(self, count, contestants):
        """`contestants` are functions by name; each runs once a round and returns its usage."""
        self.rounds = [{name: contestant() for name, contestant in contestants.items()} for _ in range(count)]

    def of(self, name, what):
        """One kind of cost of a contestant: `cpu`, `wall` or `peak`."""
        return Spread.of([getattr(usages[name], what) for usages in self.rounds])

    def ratio(self, above, below, what):
        """The ratio of two contestants, taken round by round."""
        return Spread.of([getattr(usages[above], what) / getattr(usages[below], what) for usages in self.rounds])
