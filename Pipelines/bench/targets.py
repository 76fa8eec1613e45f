"""What we want to reach. A target that is missed is said in the report; only counts can fail a bench."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A figure of the report, and the greatest value it should have."""

    key: str
    title: str
    limit: float
    unit: str = ""


TARGETS = [
    Target("ingest.cpu", "requite-ingest / inflate, CPU", 1.45),
    Target("ingest.instructions", "requite-ingest / inflate, instructions of reading", 1.30),
    Target("night.inflate", "first night / inflate, CPU", 2.0),
    Target("night.polars", "first night / Polars, CPU", 0.60),
    Target("night.duckdb", "first night / DuckDB, CPU", 0.45),
    Target("night.peak", "largest process of the first night, peak memory", 256, " MB"),
    Target("new-day.inflate", "a new day / inflate of that day, CPU", 6.0),
    Target("long.ratio", "a new day after 365 days / after 30 days, CPU", 1.5),
    Target("cores.night", "first night, all cores / one core, wall", 0.55),
    Target("cores.huge", "one huge dump, all cores / one core, wall", 0.75),
    Target("json.cpu", "JSON lines / CSV, CPU of requite-ingest", 1.5),
    Target("adapted.csv", "CSV through an adapter / canonical CSV, CPU of requite-ingest", 2.0),
    Target("adapted.json", "JSON lines through an adapter / canonical ones, CPU of requite-ingest", 2.0),
    Target("ledger.interactions", "a row of interactions in a ledger", 30, " bytes"),
    Target("idle.cpu", "a night with nothing new, CPU", 1.0, " s"),
]
