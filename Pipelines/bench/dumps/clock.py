"""Seconds since 1970 as RFC 3339 in UTC."""
import datetime

import numpy as np

from .columns import text_column

DAY = 86400
TIMES = np.array([b"T%02d:%02d:%02dZ" % (s // 3600, s // 60 % 60, s % 60) for s in range(DAY)], dtype="S10")


class Clock:
    """Writes the times between two moments, by a table of their days."""

    def __init__(self, first, last):
        self.first = first // DAY
        epoch = datetime.date(1970, 1, 1)
        days = [epoch + datetime.timedelta(days=int(day)) for day in range(self.first, last // DAY + 2)]
        self.dates = np.array([day.isoformat().encode() for day in days], dtype="S10")

    def __call__(self, seconds):
        seconds = np.asarray(seconds, np.int64)
        dates = text_column(self.dates[seconds // DAY - self.first])
        return np.concatenate([dates, text_column(TIMES[seconds % DAY])], axis=1)
