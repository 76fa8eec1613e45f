"""The job of the peers in Polars, with its streaming engine."""
import datetime
import os

from job import arguments, write

SURVEYS, INTERACTIONS, OUT, CUT, THREADS = arguments()
os.environ["POLARS_MAX_THREADS"] = str(THREADS)

import polars  # noqa: E402: it reads the number of threads when it is loaded
from polars import col, when  # noqa: E402

CUT = datetime.datetime.fromisoformat(CUT)
HOUR = datetime.timedelta(hours=1)


def moment(column):
    return column.str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="ms")


def loyalty():
    key = col("responded_at").dt.epoch("s").cast(polars.String) + col("response_id")
    latest = (
        polars.scan_csv(SURVEYS, infer_schema=False)
        .filter((col("instrument") == "nps") & (col("score") != "") & col("score").is_not_null())
        .select(
            "vendor_id", "customer_id", "channel", "response_id", col("score").cast(polars.Int32),
            moment(col("responded_at")), (col("weight").cast(polars.Float64) * 10000).round().cast(polars.Int64))
        .filter(col("responded_at") < CUT)
        .with_columns(month=col("responded_at").dt.truncate("1mo"), key=key)
        .group_by("vendor_id", "customer_id", "month")
        .agg(col(name).max_by("key") for name in ("channel", "score", "weight")))
    promoter, detractor = col("score") >= 9, col("score") <= 6
    return (
        latest.group_by("vendor_id", "channel", "month")
        .agg(
            promoters=promoter.sum(), passives=(~promoter & ~detractor).sum(), detractors=detractor.sum(),
            promoting=col("weight").filter(promoter).sum(), detracting=col("weight").filter(detractor).sum(),
            weight=col("weight").sum())
        .with_columns(col("month").dt.strftime("%Y-%m"))
        .collect(engine="streaming").rows())


def promises(events):
    """By thread: how many promises were due, and how many of them were kept."""
    made = (
        events.filter((col("kind") == "promise") & (col("due_at") < CUT))
        .select("thread_id", "at", "due_at").with_row_index("promise"))
    fulfilled = events.filter(col("kind") == "fulfilled").select("thread_id", fulfilled="at")
    kept = (
        made.join(fulfilled, on="thread_id")
        .filter((col("fulfilled") >= col("at")) & (col("fulfilled") <= col("due_at")))
        .select("promise").unique().with_columns(kept=polars.lit(1)))
    return made.join(kept, on="promise", how="left").group_by("thread_id").agg(due=polars.len(), kept=col("kept").sum())


def threads():
    events = (
        polars.scan_csv(INTERACTIONS, infer_schema=False)
        .select(
            "thread_id", "vendor_id", moment(col("at")), "channel", "direction", "kind", "agent_id",
            moment(col("due_at").replace("", None)))
        .collect(engine="streaming").lazy())
    is_answer = (col("direction") == "out") & col("kind").is_in(["message", "promise", "resolved", "fulfilled"])
    moves = col("kind").is_in(["resolved", "reopened"])
    judged = (
        events.with_columns(
            answered=when(is_answer).then(col("at")), moved=when(moves).then(col("at")),
            agent=when(col("agent_id") != "").then(col("agent_id")))
        .group_by("thread_id").agg(
            vendor=col("vendor_id").min_by("at"), channel=col("channel").min_by("at"),
            direction=col("direction").min_by("at"), kind=col("kind").min_by("at"), opened=col("at").min(),
            answered=col("answered").min(), state=col("kind").max_by("moved"), moved=col("moved").max(),
            agents=col("agent").drop_nulls().n_unique())
        .filter((col("direction") == "in") & (col("kind") == "message"))
        .join(promises(events), on="thread_id", how="left"))
    old, wait = col("opened") <= CUT - HOUR, col("answered") - col("opened")
    return (
        judged.group_by("vendor", "channel").agg(
            polars.len(), answers=col("answered").count(), old=old.sum(), soon=(old & (wait <= HOUR)).sum(),
            twice_median=2 * wait.dt.total_seconds().median(),
            resolved=((col("state") == "resolved") & col("moved").is_not_null()).sum(),
            sum_of_agents=col("agents").sum(), with_agent=(col("agents") > 0).sum(),
            due=col("due").sum(), kept=col("kept").sum())
        .collect(engine="streaming").rows())


write(OUT, loyalty(), threads())
