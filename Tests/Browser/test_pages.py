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
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

from devtools import Chromium

PROJECT = Path(__file__).resolve().parents[2]
CHECKS = (Path(__file__).parent / "checks.js").read_text()
GOLDEN = PROJECT / "Tests/RequiteNightTests/Golden"
DIFF = PROJECT / "Tests/RequiteReportingTests/Diff/Golden/worked-example.html"
SIZES = [(1280, 900), (768, 1024), (360, 740)]
SCHEMES = ["light", "dark"]
# Pages of other kinds than a report.
OTHERS = ["diff", "versions"]


def pages():
    """Every page by name: those of the samples, of made-up reports, of a diff, of a list of versions."""
    found = {path.parent.name: path for path in sorted(GOLDEN.glob("*/index.html"))}
    found.update({path.stem: path for path in sorted((PROJECT / ".build/pages").glob("*.html"))})
    found["diff"] = DIFF
    return found


def axe():
    """The source of axe-core, where it was set up."""
    for wheel in sorted((PROJECT / ".build/browser").glob("axe_playwright_python-*.whl")):
        with zipfile.ZipFile(wheel) as files:
            return files.read("axe_playwright_python/axe.min.js").decode()
    return None


class PagesInABrowser(unittest.TestCase):
    maxDiff = None
    shown_page = None

    @classmethod
    def setUpClass(cls):
        cls.browser = Chromium()
        cls.pages = pages()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def opened(self, path, scripts=False, **options):
        """A page with the checks at hand. Nothing of its own may run, so that scripts are off unless asked for."""
        self.close()
        page = self.shown_page = self.browser.page(scripts=scripts, **options)
        page.open(path)
        page.evaluate(f"window.checks = {CHECKS}; 0")
        return page

    def close(self):
        """Only one page is open at a time."""
        if self.shown_page:
            self.shown_page.close()
            self.shown_page = None

    tearDown = close

    def everywhere(self, checks):
        """Each page at each size in each scheme, with a subtest around it."""
        for name, path in self.pages.items():
            page = self.opened(path)
            for width, height in SIZES:
                page.resize(width, height)
                for scheme in SCHEMES:
                    page.medium("", scheme)
                    with self.subTest(page=name, width=width, scheme=scheme):
                        for check in checks:
                            self.none(page, check)

    def reports(self):
        return {name: path for name, path in self.pages.items() if name not in OTHERS}

    def none(self, page, check):
        self.assertEqual(page.evaluate(f"checks.{check}"), [], check)

    def test_there_are_pages(self):
        self.assertIn("village", self.pages)
        for name in ["hostile", "moved", "versions"]:
            self.assertIn(name, self.pages, "the tests of RequiteReporting write it where REQUITE_PAGES says")

    # Checklist 1

    def test_nothing_is_asked_for_and_nothing_complained_about(self):
        for name, path in self.pages.items():
            for scripts in [True, False]:
                with self.subTest(page=name, scripts=scripts):
                    page = self.browser.page(scripts=scripts)
                    page.open(path)
                    self.assertEqual([url for url in page.requests() if not url.startswith("data:")], [path.as_uri()])
                    self.assertEqual(page.messages(), [])
                    page.close()

    # Checklist 2 to 5

    def test_charts_are_legible_at_every_size(self):
        self.everywhere(["oneDrawingAChart()", "smallText(11)", "crowdedText()", "tooWide()"])

    def test_the_structure_is_sound(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                page = self.opened(path)
                for check in ["described()", "tables()", "identities()", "headings()"]:
                    self.none(page, check)

    def test_a_link_to_a_vendor_arrives(self):
        for name, path in self.reports().items():
            ids = re.findall(r'id="(vendor-[^"]+)"', path.read_text())
            page = self.opened(f"{path.as_uri()}#{ids[-1] if ids else 'summary'}", width=360, height=740)
            self.none(page, "arrived()")
            for anchor in ["why", *ids[:2], *ids[-2:]]:
                for width, height in [SIZES[0], SIZES[2]]:
                    with self.subTest(page=name, anchor=anchor, width=width):
                        page.resize(width, height)
                        page.evaluate(f"location.hash = '#{anchor}'")
                        self.none(page, "arrived()")

    # Checklist 6

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

    def test_every_number_of_a_page_is_that_of_report_json(self):
        for folder in [path.parent for path in GOLDEN.glob("*/index.html")]:
            with self.subTest(page=folder.name):
                page = self.opened(folder / "index.html")
                report = json.loads((folder / "report.json").read_text())
                found = self.numbers(page)
                for vendor in report["vendors"]:
                    for measure in vendor["measures"]:
                        shown = self.shown(measure)
                        if shown is not None:
                            key = vendor["vendor"], measure["metric"]
                            self.assertEqual(found[key].split(" ")[0], shown, key)

    def numbers(self, page):
        """The first cell of every metric in the tables of all numbers, by vendor and metric."""
        heads = page.evaluate(
            "[...document.querySelectorAll('#numbers table')].map(table => [...table.tHead.rows[0].cells].map("
            "cell => cell.innerText || cell.textContent))")
        if heads:
            rows = page.evaluate(
                "[...document.querySelectorAll('#numbers table')].map(table => [...table.tBodies[0].rows].map(row => "
                "[row.querySelector('code').textContent, ...[...row.cells].slice(1).map(cell => cell.textContent)]))")
            return {
                (vendor, row[0]): cell for head, table in zip(heads, rows) for row in table
                for vendor, cell in zip(head[1:], row[1:])}
        vendor = page.evaluate("document.querySelector('[id^=vendor-] h2').textContent")
        rows = page.evaluate(
            "[...document.querySelectorAll('[id^=vendor-] tbody tr')].filter(row => row.querySelector('th code')).map("
            "row => [row.querySelector('th code').textContent, row.cells[1].textContent])")
        return {(vendor, metric): cell for metric, cell in rows}

    @staticmethod
    def shown(measure):
        """A number of a whole vendor in points as a page shows it; other units are left to the tests without a browser."""
        if (measure["dimension"], measure["period"]) != ("all", "window"):
            return None
        if not re.fullmatch(r"loyalty\.nps\w*|reciprocity\.(index|channels|engagement|collaboration)", measure["metric"]):
            return None
        if measure["estimate"] is None:
            return "\u2014"
        return PagesInABrowser.points(measure["estimate"])

    @staticmethod
    def points(text):
        rounded = Decimal(str(text)).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
        return str(rounded + 0 if rounded else Decimal("0.0")).replace("-", "\u2212")

    @staticmethod
    def published(path):
        """The estimates of each vendor's window as a page shows them."""
        with open(path, newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["dimension"] == "all" and row["period"] == "window"]
        text = lambda value: PagesInABrowser.points(value) if value else "\u2014"
        return {(row["vendor"], row["metric"]): text(row["estimate"]) for row in rows}

    # Checklist 7

    def test_contrast_is_enough_everywhere(self):
        self.everywhere(["faintText()", "faintMarks()"])

    # Checklist 8

    def test_a_thumb_hits_every_link_on_a_phone(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                self.none(self.opened(path, width=360, height=740), "tapTargets()")

    def test_every_control_is_reached_by_keyboard_and_seen(self):
        for name in ["tiny", "village", "alone", "moved", "many-300", "diff", "versions"]:
            with self.subTest(page=name):
                page = self.opened(self.pages[name])
                expected, seen = page.evaluate("checks.reachable()"), []
                for _ in range(expected):
                    page.press("Tab")
                    seen.append(page.evaluate("checks.focused()"))
                self.assertNotIn(None, seen)
                self.assertEqual([item["name"] for item in seen if not item["visible"]], [])

    # Checklist 9

    def test_the_first_screen_holds_headline_and_tiles(self):
        for name in ["tiny", "village", "second-night", "alone", "moved", "movedMany", "three", "many-20"]:
            for width, height, limit in [(1280, 900, 300), (360, 740, 600)]:
                with self.subTest(page=name, width=width):
                    self.none(self.opened(self.pages[name], width=width, height=height), f"firstScreen({limit})")

    # Checklist 10

    def test_pages_stay_within_their_budget(self):
        for name, path in self.pages.items():
            with self.subTest(page=name):
                source = path.read_bytes()
                self.assertLess(len(source), 500_000)
                self.assertLess(len(gzip.compress(source)), 120_000)

    def test_a_page_of_twenty_vendors_is_small(self):
        for name in ["many-20", "movedMany", "village", "second-night"]:
            with self.subTest(page=name):
                source = self.pages[name].read_bytes()
                self.assertLess(len(source), 150_000)
                self.assertLess(len(gzip.compress(source)), 40_000)

    # Checklist 11

    def test_the_charts_print_on_two_pages_black_on_white(self):
        for name, path in self.reports().items():
            with self.subTest(page=name):
                page = self.opened(path, scheme="dark")
                page.medium("print", "dark")
                for check in ["blackOnWhite()", "split()", "faintText()", "hiddenTables()"]:
                    self.none(page, check)
                page.evaluate("checks.dropAppendix()")
                self.assertLessEqual(self.count_pages(page.pdf()), 2)

    @staticmethod
    def count_pages(pdf):
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))

    # Checklist 12

    def test_tiles_headline_chart_and_table_show_the_same_number(self):
        page = self.opened(self.pages["moved"])
        before, now = "32.5", "28.8"
        self.assertEqual(page.evaluate("checks.texts('.tile .value')")[0], now)
        self.assertEqual(page.evaluate("checks.texts('.tile dd')")[1], f"was {before}")
        drawn = page.evaluate("checks.texts('#why figure .wide text')")
        self.assertIn(before, drawn)
        self.assertIn(now, drawn)
        row = page.evaluate("checks.cells('#why > .scroll')")[0]
        self.assertEqual(row[:6], ["acme", "Loyalty (NPS)", before, "29.5", now, "\u22123.7"])
        self.assertIn("fell 3.7 points", page.evaluate("document.querySelector('h1').textContent"))

    def test_charts_and_tables_of_vendors_agree(self):
        for name in ["village", "many-20", "movedMany"]:
            with self.subTest(page=name):
                page = self.opened(self.pages[name])
                table = {row[0]: row[1] for row in page.evaluate("checks.cells('#mix details')")}
                drawn = page.evaluate(
                    "[...document.querySelectorAll('#mix .wide text')].map(text => text.textContent)")
                for vendor, words in zip(drawn, drawn[1:]):
                    if words.startswith("NPS "):
                        self.assertEqual(words.split(" ")[1], table.get(vendor, words.split(" ")[1]))

    # Beyond the checklist

    def test_axe_finds_nothing(self):
        source = axe()
        if source is None:
            self.skipTest("axe-core is not set up: Tests/Browser/run.sh does it where PyPI can be reached")
        for name, path in self.pages.items():
            for scheme in SCHEMES if name in ["village", "moved"] else ["light"]:
                with self.subTest(page=name, scheme=scheme):
                    page = self.opened(path, scripts=True, scheme=scheme)
                    page.evaluate(f"{source}; 0")
                    found = page.evaluate(
                        "axe.run(document, {resultTypes: ['violations']}).then(result => JSON.stringify(result.violations"
                        ".map(rule => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 200)])))")
                    self.assertEqual(json.loads(found), [])


if __name__ == "__main__":
    unittest.main()
