"""The report of a bench, in Markdown."""
from targets import TARGETS


def markdown(machine, data, figures, verdict):
    """All of it: `machine` and `data` are pairs of words, `verdict` a paragraph about the budget."""
    parts = ["# Measured with make bench", _list(machine + data), "## Targets", _targets(figures.values)]
    for title, note, header, rows in figures.tables:
        parts += [f"## {title}", *([note] if note else []), table(header, rows)]
    return "\n\n".join([*parts, "## Budget", verdict]) + "\n"


def table(header, rows):
    """A Markdown table; every column but the first is aligned to the right."""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _list(pairs):
    return "\n".join(f"- {name}: {value}" for name, value in pairs)


def _targets(values):
    rows = []
    for target in TARGETS:
        spread = values.get(target.key)
        if spread is None:
            rows.append([target.title, f"≤ {target.limit:g}{target.unit}", "not run", ""])
            continue
        measured = _number(spread.middle) + target.unit
        if spread.low != spread.high:
            measured += f" ({_number(spread.low)}–{_number(spread.high)})"
        verdict = "met" if spread.middle <= target.limit else "**missed**"
        rows.append([target.title, f"≤ {target.limit:g}{target.unit}", measured, verdict])
    return table(["", "target", "measured", ""], rows)


def _number(value):
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"
