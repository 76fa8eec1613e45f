"""The pages of reports in a real browser: what only a browser knows of them.

    Tests/Browser/run.sh                    # sets up what is missing, then runs these
    python3 Tests/Browser/test_pages.py     # where Chromium is there already

The pages are the recorded ones of the samples, and those that the tests of RequiteReporting write to .build/pages.
"""

import csv
import gzip
import json
import re
import unittest
import zipfile
from pathlib import Path

from devtools import Chromium

PROJECT = Path(__file__).resolve().parents[2]
CHECKS = (Path(__file__).parent / "checks.js").read_text()
GOLDEN = PROJECT / "Tests/RequiteNightTests/Golden"
SIZES = [(1280, 900), (768, 1024), (360, 740)]
SCHEMES = ["light", "dark"]


def pages():
    """Every page by name: those of the samples first."""
    found = {path.parent.name: path for path in sorted(GOLDEN.glob("*/index.html"))}
    found.update({path.stem: path for path in sorted((PROJECT / ".build/pages").glob("*.html"))})
    return found


def axe():
    """The source of axe-core, where it was set up."""
    for wheel in sorted((PROJECT / ".build/browser").glob("axe_playwright_python-*.whl")):
        with zipfile.ZipFile(wheel) as files:
            return files.read("axe_playwright_python/axe.min.js").decode()
    return None


class PagesInABrowser(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.browser = Chromium()
        cls.pages = pages()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def opened(self, path, **options):
        page = self.browser.page(**options)
        self.addCleanup(page.close)
        page.open(path)
        page.evaluate(f"window.checks = {CHECKS}; 0")
        return page

    def everywhere(self, sizes=SIZES, schemes=SCHEMES):
        """Each page at each size in each scheme, with a subtest around it."""
        for name, path in self.pages.items():
            page = self.browser.page()
            page.open(path)
            page.evaluate(f"window.checks = {CHECKS}; 0")
            for width, height in sizes:
                page.resize(width, height)
                for scheme in schemes:
                    page.medium("", scheme)
                    with self.subTest(page=name, width=width, scheme=scheme):
                        yield page, width
            page.close()

    def none(self, page, check):
        self.assertEqual(page.evaluate(f"checks.{check}"), [], check)

    def test_there_are_pages(self):
        self.assertIn("village", self.pages)
        self.assertIn("hostile", self.pages, "the tests of RequiteReporting write it where REQUITE_PAGES says")

    def test_nothing_is_asked_for_and_nothing_complained_about(self):
        for name, path in self.pages.items():
            for scripts in [True, False]:
                with self.subTest(page=name, scripts=scripts):
                    page = self.browser.page(scripts=scripts)
                    page.open(path)
                    self.assertEqual([url for url in page.requests() if not url.startswith("data:")], [path.as_uri()])
                    self.assertEqual(page.messages(), [])
                    page.close()

    def test_charts_are_legible_at_every_size(self):
        for page, _ in self.everywhere(schemes=["light"]):
            self.none(page, "oneDrawingAChart()")
            self.none(page, "smallText(11)")
            self.none(page, "crowdedText()")
            self.none(page, "tooWide()")

    def test_contrast_is_enough_in_both_schemes(self):
        for page, _ in self.everywhere(sizes=[SIZES[0], SIZES[2]]):
            self.none(page, "faintText()")
            self.none(page, "faintMarks()")

    def test_the_first_screen_holds_headline_and_tiles(self):
        for name in GOLDEN.glob("*/index.html"):
            for width, height, limit in [(1280, 900, 300), (360, 740, 600)]:
                with self.subTest(page=name.parent.name, width=width):
                    self.none(self.opened(name, width=width, height=height), f"firstScreen({limit})")

    def test_a_thumb_hits_every_link_on_a_phone(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                self.none(self.opened(path, width=360, height=740), "tapTargets()")

    def test_the_structure_is_sound(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                page = self.opened(path)
                for check in ["described()", "tables()", "identities()", "headings()"]:
                    self.none(page, check)

    def test_every_control_is_reached_by_keyboard_and_seen(self):
        for name in ["tiny", "village", "alone"]:
            if name not in self.pages:
                continue
            with self.subTest(page=name):
                page = self.opened(self.pages[name])
                expected, seen = page.evaluate("checks.reachable()"), []
                for _ in range(expected):
                    page.press("Tab")
                    seen.append(page.evaluate("checks.focused()"))
                self.assertNotIn(None, seen)
                self.assertEqual([item["name"] for item in seen if not item["visible"]], [])

    def test_the_charts_print_on_two_pages_black_on_white(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                page = self.opened(path, scheme="dark")
                page.medium("print", "dark")
                style = page.evaluate(
                    "(style => [style.color, style.backgroundColor])(getComputedStyle(document.body))")
                self.assertEqual(style, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"])
                self.none(page, "split()")
                page.evaluate("checks.dropAppendix()")
                self.assertLessEqual(self.count_pages(page.pdf()), 2)

    def test_the_printed_appendix_holds_every_table(self):
        page = self.opened(GOLDEN / "village/index.html")
        page.medium("print", "light")
        hidden = page.evaluate(
            "[...document.querySelectorAll('table')].filter(table => !table.checkVisibility({contentVisibilityAuto: true}) "
            "|| !table.getClientRects().length).length")
        self.assertEqual(hidden, 0)

    @staticmethod
    def count_pages(pdf):
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))

    def test_tables_show_the_published_numbers(self):
        for folder in [path.parent for path in GOLDEN.glob("*/index.html")]:
            with self.subTest(page=folder.name):
                page = self.opened(folder / "index.html")
                published = self.published(folder / "measures.csv")
                rows = page.evaluate("checks.cells('#pillars details')")
                self.assertEqual(len(rows), len({vendor for vendor, _ in published}))
                for vendor, index, _, *pillars in rows:
                    metrics = ["index", "channels", "engagement", "collaboration"]
                    expected = [published[vendor, f"reciprocity.{metric}"] for metric in metrics]
                    self.assertEqual([index.split(" ")[0], *pillars], expected, vendor)

    @staticmethod
    def published(path):
        """The estimates of each vendor's window as a page shows them."""
        with open(path, newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["dimension"] == "all" and row["period"] == "window"]
        text = lambda value: f"{float(value):.1f}" if value else "\u2014"
        return {(row["vendor"], row["metric"]): text(row["estimate"]) for row in rows}

    def test_pages_stay_within_their_budget(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                source = path.read_bytes()
                self.assertLess(len(source), 500_000)
                self.assertLess(len(gzip.compress(source)), 120_000)

    def test_axe_finds_nothing(self):
        source = axe()
        if source is None:
            self.skipTest("axe-core is not set up: Tests/Browser/run.sh does it where PyPI can be reached")
        for name, path in self.pages.items():
            for scheme in SCHEMES:
                with self.subTest(page=name, scheme=scheme):
                    page = self.opened(path, scheme=scheme)
                    page.evaluate(f"{source}; 0")
                    found = page.evaluate(
                        "axe.run(document, {resultTypes: ['violations']}).then(result => JSON.stringify(result.violations"
                        ".map(rule => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 200)])))")
                    self.assertEqual(json.loads(found), [])


if __name__ == "__main__":
    unittest.main()
