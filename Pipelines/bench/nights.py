"""Whole nights: the first one, one with a new day, one with nothing new, and a new day after a long history."""
from data import dumps, links, scratch
from measure import Rounds
from yardsticks import check_agreement
from yardsticks import contestants as peer_contestants
from settings import BENCH, CORES
from stages import copy_of, inflate, night

ONE_CORE = ("taskset", "-c", "0")
LONG_DAYS, SHORT_DAYS = 365, 30


def first_night(settings, figures):
    """All dumps are new: against the floor, against the peers, on all cores and on one."""
    made = dumps(settings.days, settings.rows)
    folder = links("dumps", made.files)
    nights = []

    def on_all_cores():
        nights.append(night(folder, scratch("night")))
        return nights[-1].whole

    contestants = {"inflate": lambda: inflate(made.files), "night": on_all_cores}
    if CORES > 1:
        contestants["one core"] = lambda: night(folder, scratch("night-one"), 1, ONE_CORE).whole
    peers = peer_contestants(made) if settings.peers else {}
    rounds = Rounds(settings.runs, contestants | peers)
    for name in ("inflate", *peers):
        figures.put(f"night.{name}", rounds.ratio("night", name, "cpu"))
    if CORES > 1:
        figures.put("cores.night", rounds.ratio("night", "one core", "wall"))
    figures.put("night.peak", max(usage.peak for each in nights for usage in each.stages.values()))
    if peers:
        check_agreement()
    _contestants_table(rounds, figures, "The first night and its yardsticks")
    _stages_table(nights[-1], figures)


def nothing_new(settings, figures):
    """The night again, over the same dumps. The first night must have been run."""
    folder, out = BENCH / "work/dumps", BENCH / "work/night"
    rounds = Rounds(settings.runs, {"idle": lambda: night(folder, out).whole})
    figures.put("idle.cpu", rounds.of("idle", "cpu"))


def a_new_day(settings, figures):
    """One more day after the others."""
    if settings.days < 2:
        return
    made = dumps(settings.days, settings.rows)
    rounds = Rounds(settings.runs, _new_day(made, made.dates, "day"))
    figures.put("new-day.inflate", rounds.ratio("night day", "inflate day", "cpu"))
    _contestants_table(rounds, figures, f"Day {settings.days}, after the others")


def a_long_history(settings, figures):
    """A new day after a year, against one after a month. A day has a tenth of the rows, to fit."""
    made = dumps(LONG_DAYS, max(settings.rows // 10, 1))
    dates = made.dates
    rounds = Rounds(settings.runs, {
        **_new_day(made, dates, "year"), **_new_day(made, dates[-SHORT_DAYS:], "month")})
    figures.put("long.ratio", rounds.ratio("night year", "night month", "cpu"))
    text = made.total("text") / LONG_DAYS / 1e6
    _contestants_table(
        rounds, figures, f"Day {LONG_DAYS} and day {SHORT_DAYS}",
        f"A day is about {text:.1f} MB of text. The window is 90 days: after a year it is full.")


def _new_day(made, dates, name):
    """Runs the nights before the last day once; the contestants then add that day to a copy."""
    before, new = links(f"before-{name}", made.of_days(dates[:-1])), made.of_days(dates[-1:])
    history = scratch(f"history-{name}")
    night(before, history)
    whole = links(f"whole-{name}", made.of_days(dates))
    return {
        f"inflate {name}": lambda: inflate(new),
        f"night {name}": lambda: night(whole, copy_of(history, "copy")).whole}


def _contestants_table(rounds, figures, title, note=""):
    rows = []
    for name in rounds.rounds[0]:
        cpu, wall = rounds.of(name, "cpu"), rounds.of(name, "wall")
        rows.append([name, f"{cpu.middle:.2f} s ({cpu.low:.2f}–{cpu.high:.2f})", f"{wall.middle:.2f} s",
                     f"{rounds.of(name, 'peak').high:.0f} MB"])
    figures.table(title, ["", "CPU", "wall", "peak memory of a process"], rows, note)


def _stages_table(last, figures):
    rows = [[usage.label, f"{usage.cpu:.2f} s", f"{usage.peak:.0f} MB"] for usage in last.stages.values()]
    others = last.whole.cpu - sum(usage.cpu for usage in last.stages.values())
    rows.append(["make and shells", f"{others:.2f} s", ""])
    figures.table("The stages of a first night", ["stage", "CPU, all its processes", "peak memory"], rows)
