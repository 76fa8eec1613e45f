"""The interaction dumps of days that follow each other: a thread runs over several days, and so over several files."""
import numpy as np

from . import people
from .clock import DAY
from .columns import csv, only_where, tagged, text_column
from .texts import texts

HEADER = b"event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id,due_at,text\n"
KINDS = np.array([
    b"message", b"resolved", b"reopened", b"promise", b"fulfilled", b"change", b"consent", b"survey_followup"])
MESSAGE, RESOLVED, REOPENED, PROMISE, FULFILLED, CHANGE, CONSENT, FOLLOWUP = range(8)
DIRECTIONS = np.array([b"in", b"out"])
EVENTS_A_THREAD = 4.6
HOURS_TO_KEEP_A_PROMISE = np.array([4, 8, 24, 48, 72])
# How much sooner or later the first answer comes on each channel, as a power of e.
PATIENCE = np.array([0.3, 0.2, 0.0, 1.0, -0.4, 0.0])


class Threads:
    """The threads of one day as parallel arrays over their events: which thread, and the place in it."""

    def __init__(self, random, options, number):
        count = int(options.rows / EVENTS_A_THREAD)
        self.vendor = people.vendors(random, count, options.vendors)
        self.customer = people.customers(random, count, options.customers)
        self.channel = people.channels(random, count)
        self.by_customer = random.random(count) < 0.86
        self.never_answered = random.random(count) < 0.06 + 0.16 * ((self.vendor % 7) == 3)
        self.opened = options.start + number * DAY + people.second_of_day(random, count)
        events = np.minimum(random.geometric(0.22, count), 24)
        events[self.never_answered] = np.minimum(events[self.never_answered], 3)
        self.count = count
        self.of = np.repeat(np.arange(count), events)
        self.first = np.cumsum(events) - events
        self.place = np.arange(len(self.of)) - self.first[self.of]
        self.is_last = self.place == events[self.of] - 1

    def times(self, random):
        """Gaps between events are log-normal, at most nine days."""
        gap = np.exp(random.normal(7.6 + 0.5 * np.sin(self.vendor[self.of]), 1.7)).astype(np.int64) + 1
        patient = np.exp(np.log(gap) + PATIENCE[self.channel[self.of]]).astype(np.int64) + 1
        gap = np.minimum(np.where(self.place == 1, patient, gap), 9 * DAY)
        gap[self.place == 0] = 0
        waited = np.cumsum(gap)
        return self.opened[self.of] + waited - waited[self.first][self.of]

    def directions(self, random):
        """True where the vendor speaks."""
        out = random.random(len(self.of)) < 0.55
        out[self.place == 0] = ~self.by_customer[self.of[self.place == 0]]
        out[(self.place == 1) & (random.random(len(self.of)) < 0.8)] = True
        out[(self.never_answered & self.by_customer)[self.of]] = False
        return out

    def kinds(self, random, out):
        draw = random.random(len(self.of))
        later, last = self.place > 0, self.is_last
        kind = np.full(len(self.of), MESSAGE)
        kind[later & out & (draw < 0.08)] = PROMISE
        kind[later & out & (draw >= 0.08) & (draw < 0.13)] = FULFILLED
        kind[later & out & (draw >= 0.13) & (draw < 0.15)] = FOLLOWUP
        kind[later & (draw >= 0.15) & (draw < 0.162)] = CHANGE
        kind[later & (draw >= 0.162) & (draw < 0.17)] = CONSENT
        kind[later & ~out & (draw >= 0.17) & (draw < 0.20)] = REOPENED
        kind[last & later & out & (draw >= 0.2)] = RESOLVED
        kind[later & out & (draw >= 0.92) & ~last] = RESOLVED
        opening = (self.place == 0) & out
        by_vendor = np.array([MESSAGE, CHANGE, CONSENT, FOLLOWUP])
        kind[opening] = by_vendor[random.choice(4, int(opening.sum()), p=[0.5, 0.2, 0.15, 0.15])]
        promised = np.zeros(len(self.of), bool)
        promised[1:] = (kind[:-1] == PROMISE) & (self.of[1:] == self.of[:-1])
        kind[promised & out & (random.random(len(self.of)) < 0.7)] = FULFILLED
        return kind

    def agents(self, random, vendor):
        """A thread has an owner; every fourth event comes from anybody."""
        owner, events = random.integers(0, 60, self.count), len(self.of)
        agent = np.where(random.random(events) < 0.75, owner[self.of], random.integers(0, 60, events))
        return vendor * 100 + agent

    def channels(self, random):
        """Every twenty-fifth later event is on any channel."""
        hops = (random.random(len(self.of)) < 0.04) & (self.place > 0)
        return np.where(hops, random.integers(0, 6, len(self.of)), self.channel[self.of])

    def events(self, random, number_of_first):
        at = self.times(random)
        out = self.directions(random)
        kind = self.kinds(random, out)
        due = at + HOURS_TO_KEEP_A_PROMISE[random.integers(0, 5, len(self.of))] * 3600
        vendor = self.vendor[self.of]
        agent = self.agents(random, vendor)
        return {
            "thread": number_of_first + self.of, "vendor": vendor, "customer": self.customer[self.of], "at": at,
            "channel": self.channels(random), "out": out, "kind": kind, "due": due, "agent": agent}


class Interactions:
    """Deals the events of threads out to the days on which they happen, so days must be asked for in order."""

    def __init__(self, options, clock):
        self.options, self.clock = options, clock
        self.carried, self.events_so_far, self.threads_so_far = None, 0, 0

    def day(self, number):
        """The rows of a day as CSV."""
        random = np.random.default_rng([self.options.seed, 2, number])
        threads = Threads(random, self.options, number)
        events = threads.events(random, self.threads_so_far)
        self.threads_so_far += threads.count
        if self.carried is not None:
            events = {name: np.concatenate([self.carried[name], events[name]]) for name in events}
        today = events["at"] < self.options.start + (number + 1) * DAY
        self.carried = {name: column[~today] for name, column in events.items()}
        events = {name: column[today] for name, column in events.items()}
        order = np.argsort(events["at"], kind="stable")
        return self._rows({name: column[order] for name, column in events.items()}, number)

    def _rows(self, events, number):
        rows = len(events["at"])
        random = np.random.default_rng([self.options.seed, 3, number])
        ids = tagged(b"e", self.events_so_far + np.arange(rows), 10)
        self.events_so_far += rows
        spoken = np.isin(events["kind"], [MESSAGE, PROMISE, FOLLOWUP])
        return csv([
            ids, tagged(b"t", events["thread"], 9), tagged(b"v", events["vendor"], 4),
            tagged(b"c", events["customer"], 8), self.clock(events["at"]),
            text_column(people.CHANNELS[events["channel"]]), text_column(DIRECTIONS[events["out"].astype(int)]),
            text_column(KINDS[events["kind"]]), only_where(events["out"], tagged(b"a", events["agent"], 6)),
            only_where(events["kind"] == PROMISE, self.clock(events["due"])),
            only_where(spoken, texts(random, rows, 22, 0.02, 0.25))])
