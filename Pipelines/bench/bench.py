#!/usr/bin/env python3
"""`make bench`: measures reading and nights against their floors and peers, and holds counts against the budget.

Writes `.build/bench/report.md` and prints it. Ends with 3 when a stage is over its budget; the report stands then too.
"""
import datetime
import os
import shutil
import subprocess
import sys

import callgrind
import instructions
import machine
import nights
import reading
import yardsticks
from budget import BYTES_OVER, INSTRUCTIONS_OVER, PATH, Budget
from data import SEED, dumps
from figures import Figures
from measure import Failed
from report import markdown
from settings import BENCH, COUNTED, Settings

THRESHOLD_TRIPPED = 3


def main():
    settings, figures = Settings.of(os.environ), Figures()
    about_machine = machine.lines()
    for measure in sections(settings):
        print(f"Measuring: {measure.__name__.replace('_', ' ')}.", flush=True)
        measure(settings, figures)
    verdict, is_over = budget_verdict(settings, figures)
    text = markdown(about_machine, about_data(settings), figures, verdict)
    (BENCH / "report.md").write_text(text)
    shutil.rmtree(BENCH / "work", ignore_errors=True)
    print(f"\n{text}\nThe report is in {os.path.relpath(BENCH)}/report.md.")
    return THRESHOLD_TRIPPED if is_over else 0


def sections(settings):
    """What is measured, in order: nothing new comes after the first night, which it repeats."""
    always = [
        reading.against_the_floor, nights.first_night, nights.nothing_new, nights.a_new_day, reading.json_against_csv,
        reading.adapted_against_canonical, reading.one_huge_dump]
    return always + ([nights.a_long_history] if settings.long else [])


def about_data(settings):
    """What was measured, and how."""
    made = dumps(settings.days, settings.rows)
    pairs = [
        ("date", datetime.date.today().isoformat()),
        ("dumps", f"{settings.days} days of two files, about {settings.rows:,} rows each, seed {SEED}: "
                  f"{made.total('text') / 1e6:,.1f} MB of text, {made.total('gzip') / 1e6:,.1f} MB gzip"),
        ("method", f"contestants take turns, {settings.runs} rounds; ratios within a round, of them the median "
                   "(least–greatest); CPU is user and system time of all processes; files in the page cache")]
    return pairs + ([("peers", yardsticks.versions())] if settings.peers else [])


def budget_verdict(settings, figures):
    """Counts instructions and bytes; returns a paragraph, and whether a stage is over its budget."""
    if not callgrind.is_available():
        return "Not run: instructions are counted with valgrind and strip.", False
    print("Counting instructions.", flush=True)
    counted, hashing = instructions.measure()
    figures.put("ingest.instructions", instructions.against_inflate(counted))
    budget = Budget.read()
    figures.table(
        "Counts", ["stage", "instructions", "of SHA-256, apart", "bytes written", "instructions / budget"],
        [[stage, f"{count:,}", f"{hashing[stage]:,}", f"{size:,}" if size else "",
          f"{count / budget.stages[stage][0]:.3f}" if budget and stage in budget.stages else ""]
         for stage, (count, size) in counted.stages.items()],
        f"{COUNTED['days']} day of {COUNTED['rows']:,} rows a kind, each stage one process, counted by callgrind.")
    if settings.record:
        counted.write()
        return f"Recorded anew in {PATH}: look at its difference before you commit it.", False
    return compared(budget, counted)


def compared(budget, counted):
    """What the budget says about the counts."""
    if budget is None:
        return f"There is none: make bench RECORD=1 writes {PATH}.", False
    excesses = budget.excesses(counted)
    if excesses:
        sentences = ["A threshold is tripped (3):", *[f"- {sentence}" for sentence in excesses],
                     "", "If that is meant, make bench RECORD=1 writes the budget anew."]
        return "\n".join(sentences), True
    if budget.tools != counted.tools:
        return (f"No stage is more than {BYTES_OVER:.0%} over its bytes. Instructions are not judged: the budget was "
                f"counted with {budget.tools}."), False
    verdict = f"No stage is more than {INSTRUCTIONS_OVER:.0%} over its instructions or {BYTES_OVER:.0%} over its bytes."
    gains = ", ".join(budget.gains(counted))
    return verdict + (f" `make bench RECORD=1` keeps what was gained in {gains}." if gains else ""), False


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failed, subprocess.CalledProcessError) as failure:
        sys.exit(f"requite: the bench could not go on.\n  {failure}")
