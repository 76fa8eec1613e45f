"""Reading dumps: against the floor, JSON lines against CSV, through adapters, one huge dump on one core and on all."""
import json

from data import dumps, exports, json_lines, links
from measure import Rounds, run
from settings import BENCH, CORES
from stages import ADAPTED, ingest, inflate

ONE_CORE = ("taskset", "-c", "0")


def against_the_floor(settings, figures):
    """All dumps of the set: inflated, and read into ledgers."""
    made = dumps(settings.days, settings.rows)
    folder = links("dumps", made.files)
    rounds = Rounds(settings.runs, {"inflate": lambda: inflate(made.files), "ingest": lambda: ingest(folder)})
    figures.put("ingest.cpu", rounds.ratio("ingest", "inflate", "cpu"))
    _megabytes_a_second(made, rounds, figures)
    _ledger_bytes(figures)


def json_against_csv(settings, figures):
    """The first day of the set, and the same rows as JSON lines."""
    made = dumps(1, settings.rows)
    csv, json_folder = links("csv", made.files), json_lines(made)
    rounds = Rounds(settings.runs, {"csv": lambda: ingest(csv), "json": lambda: ingest(json_folder)})
    figures.put("json.cpu", rounds.ratio("json", "csv", "cpu"))


def adapted_against_canonical(settings, figures):
    """The interactions of the first day, and the same rows as two other systems export them, read through adapters."""
    made = dumps(1, settings.rows)
    names = [path.name.split(".")[0] for path in made.files if path.name.startswith("interactions")]
    json_folder, other = json_lines(made), exports(made)
    csv, json_rows, desk, forum = (
        links(name, files) for name, files in {
            "csv": [made.folder / f"{name}.csv.gz" for name in names],
            "json": [json_folder / f"{name}.jsonl.gz" for name in names],
            "desk": sorted(other.glob("desk-*")), "forum": sorted(other.glob("forum-*"))}.items())
    rounds = Rounds(settings.runs, {
        "csv": lambda: ingest(csv), "desk": lambda: ingest(desk, options=ADAPTED),
        "json": lambda: ingest(json_rows), "forum": lambda: ingest(forum, options=ADAPTED)})
    figures.put("adapted.csv", rounds.ratio("desk", "csv", "cpu"))
    figures.put("adapted.json", rounds.ratio("forum", "json", "cpu"))


def one_huge_dump(settings, figures):
    """As many rows as the whole set has of surveys, in one file."""
    if CORES < 2:
        return
    made = dumps(1, settings.days * settings.rows, kinds=("surveys",))
    rounds = Rounds(settings.runs, {
        "one": lambda: ingest(made.folder, ONE_CORE), "all": lambda: ingest(made.folder)})
    figures.put("cores.huge", rounds.ratio("all", "one", "wall"))


def _megabytes_a_second(made, rounds, figures):
    text = made.total("text") / 1e6
    rows = []
    for name in ("inflate", "ingest"):
        cpu = rounds.of(name, "cpu")
        rows.append([name, f"{cpu.middle:.2f} s", f"{text / cpu.middle:,.0f} MB/s",
                     f"{rounds.of(name, 'peak').high:.0f} MB"])
    figures.table("Reading", ["", "CPU", "text a second of CPU", "peak memory"], rows)


def _ledger_bytes(figures):
    """What the last reading left, by kind."""
    ledgers = BENCH / "work/ingest/ledgers"
    bytes_of, rows_of = {}, {}
    for path in ledgers.glob("*.manifest.json"):
        kind, manifest = path.name.split("-")[0], json.loads(path.read_text())
        ledger = path.with_name(path.name.replace(".manifest.json", ".ledger"))
        bytes_of[kind] = bytes_of.get(kind, 0) + ledger.stat().st_size
        rows_of[kind] = rows_of.get(kind, 0) + manifest["accepted"]
    for kind in sorted(bytes_of):
        figures.put(f"ledger.{kind}", bytes_of[kind] / rows_of[kind])
    figures.table(
        "Ledgers", ["kind", "rows", "bytes", "bytes a row"],
        [[kind, f"{rows_of[kind]:,}", f"{bytes_of[kind]:,}", f"{bytes_of[kind] / rows_of[kind]:.1f}"]
         for kind in sorted(bytes_of)])
