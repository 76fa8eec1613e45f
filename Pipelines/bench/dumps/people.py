"""Who writes, to whom, where and when: a few vendors and customers are much busier than the others."""
import numpy as np

from .clock import DAY

CHANNELS = np.array([b"twitter", b"dm", b"phone", b"email", b"chat", b"desk"])
CHANNEL_SHARES = np.array([0.14, 0.10, 0.16, 0.30, 0.22, 0.08])


def vendors(random, rows, count):
    return np.minimum((count * random.random(rows) ** 1.7).astype(np.int64), count - 1)


def customers(random, rows, count):
    return np.minimum((count * random.random(rows) ** 1.5).astype(np.int64), count - 1)


def channels(random, rows):
    """Numbers of `CHANNELS`."""
    return random.choice(len(CHANNELS), rows, p=CHANNEL_SHARES)


def second_of_day(random, rows):
    """Busier around midday."""
    hours = np.where(random.random(rows) < 0.8, random.normal(13.5, 4.0, rows), random.random(rows) * 24)
    return (np.mod(hours, 24) * 3600).astype(np.int64) % DAY
