"""Free text: words of a skewed frequency, some of it quoted, with commas, doubled quotes, line ends and no ASCII."""
import numpy as np

STEMS = (
    "the a to and of my is it was not you your order for on in this with help still they we have been no reply "
    "support account again charge billing refund delivery late broken service agent phone call email chat answer "
    "waiting week days never always good great thanks quick slow price plan upgrade downgrade cancel login "
    "password app website update ticket closed open issue problem resolved fixed promised follow manager team "
    "number invoice contract product quality return store card payment device screen battery error message "
    "please could would nothing happened nobody someone named person called back yesterday today tomorrow "
    "month year customer loyal leaving staying recommend friend colleague happy unhappy angry disappointed "
    "café größe très não señor über réponse спасибо 日本語 обслуживание ありがとう naïve Zürich 👍"
).split()
ENDINGS = ("s", "ed", "ing", ".", "!", "?", "ly", "-ish", "er")
WIDEST = 16


def _vocabulary():
    words = STEMS + [stem + ending for ending in ENDINGS for stem in STEMS if stem.isascii()]
    encoded = [(word + " ").encode() for word in words]
    return np.array([word for word in encoded if len(word) <= WIDEST], dtype=f"S{WIDEST}")


WORDS = _vocabulary()
# Only inside quotes. The doubled quote is CSV's way to write one.
QUOTED_ONLY = np.array(
    [s.encode() for s in (
        ", ", ", ", ", ", "; ", "\n", "\n\n", '""quick"" ', '""ok, then"" ', '"" ', "— ", "“not my job”, ", "\r\n")],
    dtype=f"S{WIDEST}")


def texts(random, rows, longest, empty_share, quoted_share):
    """A column of texts of at most `longest` words and one, ready for CSV."""
    lengths = 1 + np.minimum(random.geometric(1.6 / longest, rows), longest)
    lengths[random.random(rows) < empty_share] = 0
    quoted = (random.random(rows) < quoted_share) & (lengths > 0)
    words = WORDS[(len(WORDS) * random.random((rows, longest + 1)) ** 3).astype(np.int32)]
    special = (random.random((rows, longest + 1)) < 0.18) & quoted[:, None]
    words[special] = QUOTED_ONLY[random.integers(0, len(QUOTED_ONLY), int(special.sum()))]
    words[np.arange(longest + 1)[None, :] >= lengths[:, None]] = b""
    quotes = np.where(quoted, np.uint8(34), np.uint8(0))[:, None]
    return np.concatenate([quotes, words.view(np.uint8).reshape(rows, -1), quotes], axis=1)
