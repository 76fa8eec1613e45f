"""Counts the instructions of a command with valgrind's callgrind.

Valgrind's processor has no SHA-NI, so hashing takes there several times the instructions it takes on the machine:
SHA-256 is counted apart.
"""
import re
import shutil
import subprocess
from dataclasses import dataclass

from data import scratch
from measure import Failed
from settings import RELEASE, TOOLS, stage_environment

IS_HASHING = re.compile(r"sha(-?)256", re.IGNORECASE)
COST_BEGINS = tuple("0123456789+-*")
NAME = re.compile(r"\((\d+)\)(?: (.*))?$")


@dataclass(frozen=True)
class Instructions:
    """How many, without those of SHA-256, and those."""

    others: int
    hashing: int


def is_available():
    return all(map(shutil.which, ("valgrind", "strip")))


def fixed_addresses():
    """A prefix that puts everything at the same addresses every time, where the system lets us."""
    prefix = ["setarch", "-R"]
    may = shutil.which("setarch") and subprocess.run([*prefix, "true"], stderr=subprocess.DEVNULL).returncode == 0
    return prefix if may else []


def executable(name):
    """A copy without debug information, of which valgrind cannot read all that Swift writes."""
    folder = TOOLS / "stripped"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "-g", "-o", folder / name, RELEASE / name], check=True)
    return folder / name


def count(command):
    """Runs a command under callgrind. Neither addresses nor the seeds of hash tables differ from run to run."""
    out = scratch("callgrind") / "out"
    ended = subprocess.run(
        [*fixed_addresses(), "valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *map(str, command)],
        env=stage_environment(SWIFT_DETERMINISTIC_HASHING="1"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, errors="replace")
    if ended.returncode != 0:
        raise Failed(f"{command[0]} ended with {ended.returncode} under valgrind:\n{ended.stdout[-2000:]}")
    with open(out, errors="replace") as file:
        return parsed(file)


def parsed(lines):
    """Reads callgrind's own format: costs belong to the function named last, but for the line after `calls=`."""
    names, total, hashing = {}, 0, 0
    counts_hashing = is_inclusive = False
    for line in lines:
        if line.startswith(COST_BEGINS):
            cost = 0 if is_inclusive else int(line.split()[1])
            is_inclusive = False
            total += cost
            hashing += cost if counts_hashing else 0
        elif line.startswith("calls="):
            is_inclusive = True
        elif line.startswith(("fn=", "cfn=")):
            number, name = NAME.search(line.rstrip("\n")).groups()
            names.setdefault(number, name)
            if line.startswith("fn="):
                counts_hashing = bool(IS_HASHING.search(names[number] or ""))
    return Instructions(total - hashing, hashing)
