"""Tables of text as matrices of bytes: a column is (rows, width) of uint8, and a zero byte is no byte at all."""
import numpy as np


def text_column(values):
    """Byte strings as a column, padded with zeros."""
    values = np.ascontiguousarray(values)
    return values.view(np.uint8).reshape(len(values), values.dtype.itemsize)


def constant(text, rows):
    """The same text in every row."""
    return np.broadcast_to(np.frombuffer(text, np.uint8), (rows, len(text)))


def digits(numbers, width):
    """Whole numbers with leading zeros."""
    numbers = np.asarray(numbers, np.int64)
    column = np.empty((len(numbers), width), np.uint8)
    for place in range(width - 1, -1, -1):
        column[:, place] = 48 + numbers % 10
        numbers = numbers // 10
    return column


def tagged(prefix, numbers, width):
    """Ids such as `c00000042`."""
    return np.concatenate([constant(prefix, len(numbers)), digits(numbers, width)], axis=1)


def only_where(keep, column):
    """The column, empty where `keep` is false."""
    column = column.copy()
    column[~keep] = 0
    return column


def csv(columns):
    """The rows as CSV text. Columns that need quotes bring them."""
    rows = len(columns[0])
    parts = []
    for column in columns:
        parts += [column, constant(b",", rows)]
    parts[-1] = constant(b"\n", rows)
    table = np.concatenate(parts, axis=1)
    return table[table != 0].tobytes()
