"""What was measured, as it goes into the report."""
from dataclasses import dataclass, field

from measure import Spread


@dataclass
class Figures:
    """Values for the targets, by key, and tables and sentences that stand below them."""

    values: dict = field(default_factory=dict)
    tables: list = field(default_factory=list)

    def put(self, key, value):
        """A value for a target: a spread, or a number that was measured once."""
        self.values[key] = value if isinstance(value, Spread) else Spread.of([value])

    def table(self, title, header, rows, note=""):
        """A table of texts for the report."""
        self.tables.append((title, note, header, rows))
