"""Checks the scripts of the bench without measuring anything: `python3 Pipelines/bench/selftest.py`, in no time."""
import gzip
import tempfile
import unittest
from pathlib import Path

from budget import PATH, Budget
from callgrind import Instructions, parsed
from dumps.packing import write
from dumps.twins import json_lines
from exports.__main__ import desk, forum
from figures import Figures
from measure import Rounds, Spread, Usage
from peers.compare import differences
from report import markdown
from settings import Settings


class SettingsTests(unittest.TestCase):
    def test_an_empty_variable_has_its_default(self):
        settings = Settings.of({"DAYS": "", "ROWS": "9", "PEERS": "1", "LONG": "0"})
        self.assertEqual(settings, Settings(days=5, rows=9, runs=3, peers=True, long=False, record=False))


class MeasureTests(unittest.TestCase):
    def test_a_line_of_timed_is_read_in_seconds_and_megabytes(self):
        self.assertEqual(
            Usage.of_line("requite-score plan\t1500000\t500000\t2250000\t1000\t0\n"),
            Usage("requite-score plan", cpu=2.0, wall=2.25, peak=1.024, code=0))

    def test_contestants_take_turns_and_ratios_stay_within_a_round(self):
        turns, seconds = [], {"a": iter([2, 6, 9]), "b": iter([1, 2, 3])}

        def contestant(name):
            turns.append(name)
            return Usage(name, next(seconds[name]), 0, 0)

        rounds = Rounds(3, {name: lambda name=name: contestant(name) for name in seconds})
        self.assertEqual("".join(turns), "ababab")
        self.assertEqual(rounds.ratio("a", "b", "cpu"), Spread(middle=3, low=2, high=3))


class CallgrindTests(unittest.TestCase):
    def test_hashing_is_counted_apart_and_calls_are_not_counted_twice(self):
        lines = [
            "events: Ir", "fn=(1) main", "0 5", "cfn=(2) sha256_block_data_order_ssse3", "calls=1 0", "0 100", "+3 7",
            "", "fn=(2)", "0 100", "fn=(1)", "* 1", "totals: 113"]
        self.assertEqual(parsed(lines), Instructions(others=13, hashing=100))


class BudgetTests(unittest.TestCase):
    budget = Budget("tools", {"requite-merge": (1000, 100), "inflate": (500, 0)})

    def excesses(self, instructions, size, tools="tools"):
        return self.budget.excesses(Budget(tools, {"requite-merge": (instructions, size)}))

    def test_a_little_more_is_allowed(self):
        self.assertEqual(self.excesses(1030, 101), [])

    def test_an_excess_says_which_and_by_how_much(self):
        self.assertEqual(self.excesses(1040, 102), [
            "requite-merge: 1,040 instructions, the budget is 1,000, 4.0% more.",
            "requite-merge: 102 bytes, the budget is 100, 2.0% more."])

    def test_instructions_of_other_tools_are_not_judged(self):
        self.assertEqual(self.excesses(9999, 100, tools="others"), [])

    def test_a_gain_is_named_so_that_it_can_be_kept(self):
        gained = {"requite-merge": (960, 100), "inflate": (490, 0)}
        self.assertEqual(self.budget.gains(Budget("tools", gained)), ["requite-merge"])
        self.assertEqual(self.budget.gains(Budget("others", gained)), [])

    def test_a_stage_without_a_budget_is_named(self):
        self.assertEqual(
            self.budget.excesses(Budget("tools", {"requite-new": (1, 1)})), ["requite-new has no budget yet."])

    def test_what_is_written_is_read_again(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "budget.tsv"
            self.budget.write(path)
            self.assertEqual(Budget.read(path), self.budget)

    def test_the_budget_of_the_project_can_be_read(self):
        self.assertIsNotNone(Budget.read(Path(__file__).parent / PATH.name))


class TwinTests(unittest.TestCase):
    def test_json_lines_say_what_the_csv_says(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "surveys-2026-01-16.csv.gz"
            size = write(path, 'id,score,comment\r\n1,,"a ""b"",\nü"\r\n'.encode())
            self.assertEqual(size["gzip"], path.stat().st_size)
            self.assertEqual(gzip.decompress(path.read_bytes())[:2], b"id")
            self.assertEqual(json_lines(path), '{"id":"1","comment":"a \\"b\\",\\nü"}\n'.encode())


class ExportTests(unittest.TestCase):
    def test_exports_say_what_the_csv_says(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "interactions-2026-01-16.csv.gz"
            write(path, b"event_id,thread_id,vendor_id,customer_id,at,channel,direction,kind,agent_id,due_at,text\n"
                        b"e1,t1,v1,c1,2026-01-16T09:30:00Z,email,out,message,a1,,hello\n")
            self.assertEqual(
                desk(path).decode().splitlines()[1], "e1,t1,v1,c1,2026-01-16 09:30:00,Email,Yes,Message,a1,,hello")
            self.assertTrue(forum(path).startswith(
                b'{"id":"e1","topic":{"id":"t1","brand":"v1"},"member":{"id":"c1","locale":"en"},'))


class PeersTests(unittest.TestCase):
    def test_a_difference_is_shown(self):
        first = {"loyalty": [["v", 1]], "threads": []}
        self.assertEqual(differences(first, first), [])
        self.assertEqual(differences(first, {"loyalty": [["v", 2]], "threads": []}), ["loyalty: ['v', 1] and ['v', 2]"])


class ReportTests(unittest.TestCase):
    def test_a_target_is_met_missed_or_not_run(self):
        figures = Figures()
        figures.put("ingest.cpu", Spread(middle=1.4, low=1.3, high=1.5))
        figures.put("idle.cpu", 1.5)
        text = markdown([("cores", "2")], [("seed", "1")], figures, "None.")
        self.assertIn("- cores: 2\n- seed: 1\n", text)
        self.assertIn("| requite-ingest / inflate, CPU | ≤ 1.45 | 1.40 (1.30–1.50) | met |\n", text)
        self.assertIn("| a night with nothing new, CPU | ≤ 1 s | 1.50 s | **missed** |\n", text)
        self.assertIn("| first night / Polars, CPU | ≤ 0.6 | not run |  |\n", text)


if __name__ == "__main__":
    unittest.main()
