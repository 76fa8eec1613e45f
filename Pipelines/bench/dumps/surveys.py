"""The survey dump of a day: answers of that day, a few of them late, and invitations that expired unanswered."""
import numpy as np

from . import people
from .clock import DAY
from .columns import constant, csv, digits, only_where, tagged, text_column
from .texts import texts

HEADER = (
    b"response_id,vendor_id,customer_id,instrument,scale,score,invited_at,responded_at,channel,weight,stratum,"
    b"country,plan,comment\n")
INSTRUMENTS = np.array([b"nps", b"csat", b"ces"])
SCALES = np.array([b"0-10", b"1-5", b"1-7"])
COUNTRIES = np.array("US GB DE FR ES IT NL SE PL BR MX JP IN CA AU CH AT DK NO FI".encode().split())
PLANS = np.array([b"free", b"basic", b"pro", b"enterprise"])
SCORES = np.array([b"%d" % score for score in range(11)], dtype="S2")
LETTERS = np.frombuffer(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", np.uint8)


def _scores(random, vendor, instrument):
    """Answers about a level of the vendor's own, stretched to the scale of the instrument."""
    level = 6.2 + 2.2 * np.sin(vendor * 1.7)
    recommend = np.clip(np.rint(random.normal(level, 2.4)), 0, 10).astype(np.int64)
    return np.choose(instrument, [recommend, 1 + recommend * 4 // 10, 1 + recommend * 6 // 10])


def _times(random, rows, midnight, answered):
    """When somebody was invited and when they answered; 0.3 % of the answers arrive one to three days late."""
    late = np.where(random.random(rows) < 0.003, random.integers(1, 4, rows), 0)
    responded = midnight - late * DAY + people.second_of_day(random, rows)
    waited = 60 + random.exponential(1.5 * DAY, rows).astype(np.int64) % (14 * DAY)
    expired = midnight - 14 * DAY + people.second_of_day(random, rows)
    return np.where(answered, responded - waited, expired), responded


def _weights(random, stratum):
    """Weights from 0.2 to 5, with four decimals."""
    share = np.exp(random.normal(0, 0.35, len(stratum))) * (0.7 + 0.05 * stratum)
    weight = np.clip(np.rint(share * 10000), 2000, 50000).astype(np.int64)
    return np.concatenate([digits(weight // 10000, 1), constant(b".", len(weight)), digits(weight % 10000, 4)], axis=1)


def day(options, number, clock):
    """The rows of a day as CSV. They depend on the seed, the day's number and the sizes, on nothing else."""
    random, rows = np.random.default_rng([options.seed, 1, number]), options.rows
    vendor = people.vendors(random, rows, options.vendors)
    customer = people.customers(random, rows, options.customers)
    instrument = random.choice(3, rows, p=[0.6, 0.25, 0.15])
    answered = random.random(rows) < 0.62
    score = _scores(random, vendor, instrument)
    invited, responded = _times(random, rows, options.start + number * DAY, answered)
    stratum = random.integers(1, 13, rows)
    weight = _weights(random, stratum)
    ids = np.concatenate([constant(b"R_", rows), LETTERS[random.integers(0, 62, (rows, 13))]], axis=1)
    return csv([
        ids, tagged(b"v", vendor, 4), tagged(b"c", customer, 8), text_column(INSTRUMENTS[instrument]),
        text_column(SCALES[instrument]), only_where(answered, text_column(SCORES[score])), clock(invited),
        only_where(answered, clock(responded)), text_column(people.CHANNELS[people.channels(random, rows)]), weight,
        tagged(b"s", stratum, 2), text_column(COUNTRIES[np.minimum((20 * random.random(rows) ** 2).astype(int), 19)]),
        text_column(PLANS[random.choice(4, rows, p=[0.4, 0.3, 0.2, 0.1])]),
        only_where(answered, texts(random, rows, 16, 0.45, 0.30))])
