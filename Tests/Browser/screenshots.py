"""Takes the pictures of a report page for the documentation.

    python3 Tests/Browser/screenshots.py PAGE FOLDER
"""

import sys
from pathlib import Path

from devtools import Chromium

# Name, width, height and scheme: a desk, and a phone at night.
PICTURES = [("report", 1100, 960, "light"), ("report-phone", 360, 740, "dark")]


def main(path, folder):
    with Chromium() as browser:
        for name, width, height, scheme in PICTURES:
            page = browser.page(width=width, height=height, scheme=scheme)
            page.open(path)
            page.screenshot(Path(folder) / f"{name}.png")
            page.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
