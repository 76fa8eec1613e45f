"""Writes interaction dumps again as other systems export them, row by row the same content.

    python3 -m exports FROM TO

The desk writes CSV with words and local times of its own, the forum writes JSON lines with objects in objects. Their
adapters lie beside this file.
"""
import csv
import io
import json
import sys

from dumps.rewriting import rewrite, rows

DESK = ["Message ID", "Ticket", "Brand", "Customer", "Created", "Source", "From agent", "Type", "Agent", "Due", "Body"]


def local(time):
    """A time of the desk, whose clocks show UTC and do not say so."""
    return time.replace("T", " ").rstrip("Z")


def desk(path):
    """The rows as the desk exports them."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(DESK)
    for row in rows(path):
        out.writerow([
            row["event_id"], row["thread_id"], row["vendor_id"], row["customer_id"], local(row["at"]),
            row["channel"].capitalize(), "Yes" if row["direction"] == "out" else "No", row["kind"].capitalize(),
            row["agent_id"], local(row["due_at"]), row["text"]])
    return text.getvalue().encode()


def forum(path):
    """The rows as the forum exports them."""
    lines = io.StringIO()
    for row in rows(path):
        is_ours = row["direction"] == "out"
        post = {
            "id": row["event_id"], "topic": {"id": row["thread_id"], "brand": row["vendor_id"]},
            "member": {"id": row["customer_id"], "locale": "en"}, "created_at": row["at"],
            "via": {"channel": row["channel"], "source": {"from": {}, "rel": None}}, "type": row["kind"],
            "author": {"role": "staff" if is_ours else "member", "id": row["agent_id"] or None},
            "due_at": row["due_at"] or None, "likes": 0, "tags": ["a", "b"], "body": row["text"]}
        lines.write(json.dumps(post, ensure_ascii=False, separators=(",", ":")) + "\n")
    return lines.getvalue().encode()


if __name__ == "__main__":
    rewrite(*sys.argv[1:3], "interactions-", {"desk-{}.csv.gz": desk, "forum-{}.jsonl.gz": forum})
