"""Counts what each stage of a small night executes and writes, for the budget."""
from budget import Budget
from callgrind import count, executable
from data import dumps, exports, json_lines, links, scratch
from machine import tools
from settings import COUNTED, TOOLS
from stages import ADAPTED

ALL_BUCKETS = "000-255"


def measure():
    """Runs every stage once under callgrind; returns a budget of what was counted, and SHA-256 by stage."""
    made, out = dumps(**COUNTED), scratch("counted")
    stages = {}
    for stage, command, written in _commands(made, out):
        counted = count(command)
        stages[stage] = (counted, _bytes(out, written))
    return (
        Budget(tools(), {stage: (counted.others, size) for stage, (counted, size) in stages.items()}),
        {stage: counted.hashing for stage, (counted, _) in stages.items()})


def _commands(made, out):
    """Stage, command, and the files it writes, in the order in which a night runs them."""
    ingest, score, merge, report = map(
        executable, ("requite-ingest", "requite-score", "requite-merge", "requite-report"))
    states, together = out / "states", out / "states/night.state"
    yield "inflate", [TOOLS / "zinflate", *made.files], ""
    yield "requite-ingest start", [ingest, _empty_dump(), "--out", scratch("counted-start")], ""
    for kind in ("surveys", "interactions"):
        files = [path for path in made.files if path.name.startswith(kind)]
        yield f"requite-ingest {kind}", [ingest, *files, "--out", out], f"ledgers/{kind}-*.ledger"
    json_out = scratch("counted-json")
    yield "requite-ingest jsonl", [ingest, json_lines(made), "--out", json_out], ""
    for name in ("desk", "forum"):
        files = sorted(exports(made).glob(f"{name}-*"))
        yield f"requite-ingest {name}", [ingest, *files, "--out", scratch(f"counted-{name}"), *ADAPTED], ""
    states.mkdir()
    yield "requite-score plan", [score, "plan", links("counted-dumps", made.files), "--out", out], "states/plan.json"
    yield "requite-score threads", [score, "threads", "--out", out, "--buckets", ALL_BUCKETS], "states/threads-*"
    outcomes = states / f"threads-{ALL_BUCKETS}.outcomes"
    yield (
        "requite-score customers", [score, "customers", outcomes, "--out", out, "--buckets", ALL_BUCKETS],
        "states/customers-*")
    parts = [states / f"{name}-{ALL_BUCKETS}.state" for name in ("threads", "customers")]
    yield "requite-merge", [merge, *parts, "--out", together], "states/night.state"
    yield "requite-report publish", [report, "publish", together, "--out", out], "reports/versions/*/*"


def _empty_dump():
    """A dump without rows: what a process costs before it reads the first one."""
    path = scratch("counted-empty") / "surveys-2026-01-16.csv"
    path.write_text("response_id,vendor_id,customer_id,instrument,scale,score,responded_at\n")
    return path


def _bytes(out, pattern):
    return sum(path.stat().st_size for path in out.glob(pattern)) if pattern else 0


def against_inflate(counted):
    """How many instructions reading takes for one of inflating, hashing and the start of processes left out."""
    stages = {stage: instructions for stage, (instructions, _) in counted.stages.items()}
    start = stages["requite-ingest start"]
    reading = sum(stages[f"requite-ingest {kind}"] - start for kind in ("surveys", "interactions"))
    return reading / stages["inflate"]
