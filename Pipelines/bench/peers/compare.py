"""Ends with 1 when the answers of two peers differ, and shows where."""
import json
import sys


def differences(first, second):
    """What differs, a line each."""
    lines = []
    for part in first:
        if len(first[part]) != len(second[part]):
            lines.append(f"{part}: {len(first[part])} and {len(second[part])} rows")
        lines += [f"{part}: {a} and {b}" for a, b in zip(first[part], second[part]) if a != b]
    return lines


def main():
    first, second = (json.load(open(path)) for path in sys.argv[1:3])
    lines = differences(first, second)
    for line in lines[:10]:
        print(line)
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
