"""The job of the peers in DuckDB."""
import duckdb

from job import arguments, write

SURVEYS, INTERACTIONS, OUT, CUT, THREADS = arguments()
CUT = f"TIMESTAMP '{CUT}'"
database = duckdb.connect(config={"threads": THREADS, "preserve_insertion_order": False})


def dumps(pattern, columns):
    """A reader that knows the columns, so that nothing is guessed."""
    types = ", ".join(f"\"{name}\": '{kind}'" for name, kind in columns.items())
    return f"""read_csv('{pattern}', header=true, delim=',', quote='"', escape='"', auto_detect=false,
      columns={{{types}}})"""


def texts(names):
    return {name: "VARCHAR" for name in names.split()}


surveys = dumps(SURVEYS, {
    **texts("response_id vendor_id customer_id instrument scale"), "score": "INTEGER", **texts("invited_at"),
    "responded_at": "TIMESTAMP", **texts("channel"), "weight": "DECIMAL(9,4)", **texts("stratum country plan comment")})
interactions = dumps(INTERACTIONS, {
    **texts("event_id thread_id vendor_id customer_id"), "at": "TIMESTAMP",
    **texts("channel direction kind agent_id"), "due_at": "TIMESTAMP", **texts("text")})

loyalty = database.execute(f"""
WITH latest AS (
  SELECT vendor_id, strftime(responded_at, '%Y-%m') AS month,
    arg_max({{channel: channel, score: score, weight: weight}}, {{moment: responded_at, id: response_id}}) AS answer
  FROM {surveys}
  WHERE instrument = 'nps' AND score IS NOT NULL AND responded_at < {CUT}
  GROUP BY vendor_id, customer_id, month),
answers AS (
  SELECT vendor_id, month, answer.channel AS channel, answer.score AS score,
    CAST(answer.weight * 10000 AS BIGINT) AS weight
  FROM latest)
SELECT vendor_id, channel, month,
  count(*) FILTER (score >= 9), count(*) FILTER (score BETWEEN 7 AND 8), count(*) FILTER (score <= 6),
  coalesce(sum(weight) FILTER (score >= 9), 0), coalesce(sum(weight) FILTER (score <= 6), 0), sum(weight)
FROM answers GROUP BY ALL""").fetchall()

database.execute(f"""CREATE TEMP TABLE events AS
  SELECT thread_id, vendor_id, "at", channel, direction, kind, agent_id, due_at FROM {interactions}""")
threads = database.execute(f"""
WITH threads AS (
  SELECT thread_id, arg_min(vendor_id, "at") AS vendor, arg_min(channel, "at") AS channel,
    arg_min(direction, "at") AS direction, arg_min(kind, "at") AS kind, min("at") AS opened,
    min("at") FILTER (direction = 'out' AND kind IN ('message', 'promise', 'resolved', 'fulfilled')) AS answered,
    arg_max(kind, "at") FILTER (kind IN ('resolved', 'reopened')) AS state, count(DISTINCT agent_id) AS agents
  FROM events GROUP BY thread_id),
promises AS (
  SELECT thread_id, count(*) AS due, count(*) FILTER (EXISTS (
      SELECT 1 FROM events AS kept WHERE kept.kind = 'fulfilled' AND kept.thread_id = promise.thread_id
        AND kept."at" BETWEEN promise."at" AND promise.due_at)) AS kept
  FROM events AS promise WHERE kind = 'promise' AND due_at < {CUT} GROUP BY thread_id)
SELECT vendor, channel, count(*), count(answered), count(*) FILTER (opened <= {CUT} - INTERVAL 1 HOUR),
  count(*) FILTER (opened <= {CUT} - INTERVAL 1 HOUR AND answered - opened <= INTERVAL 1 HOUR),
  2 * median(epoch(answered) - epoch(opened)), count(*) FILTER (state = 'resolved'), sum(agents),
  count(*) FILTER (agents > 0), coalesce(sum(due), 0), coalesce(sum(kept), 0)
FROM threads LEFT JOIN promises USING (thread_id)
WHERE direction = 'in' AND kind = 'message' GROUP BY vendor, channel""").fetchall()

write(OUT, loyalty, threads)
