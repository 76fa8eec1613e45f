"""The budget of each stage: instructions and bytes on a set that never changes.

Seconds depend on the machine and on its neighbours; counts hardly do. So counts decide whether a change made us slower.
"""
from dataclasses import dataclass

from settings import SCRIPTS

PATH = SCRIPTS / "budget.tsv"
HEADER = "stage\tinstructions\tbytes"
INSTRUCTIONS_OVER, BYTES_OVER = 0.03, 0.01


@dataclass(frozen=True)
class Budget:
    """Instructions and bytes by stage, and the tools that made the counts."""

    tools: str
    stages: dict

    @staticmethod
    def read(path=PATH):
        """Reads a budget; `None` when there is none."""
        if not path.exists():
            return None
        first, header, *rows = path.read_text().splitlines()
        if not first.startswith("# ") or header != HEADER:
            raise ValueError(f"{path} is no budget: run make bench RECORD=1")
        cells = [row.split("\t") for row in rows]
        return Budget(first[2:], {stage: (int(instructions), int(size)) for stage, instructions, size in cells})

    def write(self, path=PATH):
        rows = [f"{stage}\t{instructions}\t{size}" for stage, (instructions, size) in self.stages.items()]
        path.write_text("\n".join([f"# {self.tools}", HEADER, *rows]) + "\n")

    def excesses(self, measured):
        """Sentences about every stage of `measured` that is over this budget.

        Instructions of other tools (another compiler, another zlib) cannot be held against it; bytes always can.
        """
        sentences = []
        for stage, (instructions, size) in measured.stages.items():
            if stage not in self.stages:
                sentences.append(f"{stage} has no budget yet.")
                continue
            allowed, allowed_size = self.stages[stage]
            if measured.tools == self.tools:
                sentences += _excess(stage, "instructions", instructions, allowed, INSTRUCTIONS_OVER)
            sentences += _excess(stage, "bytes", size, allowed_size, BYTES_OVER)
        return sentences

    def gains(self, measured):
        """The stages of `measured` that take so much less than this budget that it no longer guards them."""
        if measured.tools != self.tools:
            return []
        return [stage for stage, (instructions, _) in measured.stages.items()
                if stage in self.stages and instructions < self.stages[stage][0] * (1 - INSTRUCTIONS_OVER)]


def _excess(stage, what, measured, allowed, over):
    if measured <= allowed * (1 + over):
        return []
    share = f", {measured / allowed - 1:.1%} more" if allowed else ""
    return [f"{stage}: {measured:,} {what}, the budget is {allowed:,}{share}."]
