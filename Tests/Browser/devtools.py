"""A headless Chromium, spoken to over a pipe by its own protocol: nothing but Python's standard library.

    with Chromium() as browser:
        page = browser.page(width=360, height=740)
        page.open("/tmp/report/index.html")
        page.evaluate("document.title")

Reference: https://chromedevtools.github.io/devtools-protocol/
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find():
    """The path of a Chromium, or None."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return chosen
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Chromium:
    """A browser of its own, with an empty profile that is removed with it."""

    def __init__(self, path=None):
        self.profile = tempfile.mkdtemp(prefix="requite-chromium-")
        self.inbox, self.events, self.number = b"", [], 0
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        # Chromium reads commands from descriptor 3 and answers on 4.
        arguments = [
            path or find(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank",
        ]
        script = f'exec 3<&{to_browser} 4>&{from_browser}; exec "$@"'
        self.process = subprocess.Popen(
            ["bash", "-c", script, "bash", *arguments], pass_fds=(to_browser, from_browser), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (ConnectionError, TimeoutError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.out)
        os.close(self.into)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, session=None, timeout=60, **parameters):
        """Sends a command and waits for its answer; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + timeout
        while True:
            answer = self.read(end)
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def read(self, end):
        """The next message, or TimeoutError after the moment `end`."""
        while b"\0" not in self.inbox:
            ready, _, _ = select.select([self.into], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.into, 1 << 16)
            if not piece:
                raise ConnectionError("the browser has ended")
            self.inbox += piece
        message, self.inbox = self.inbox.split(b"\0", 1)
        return json.loads(message)

    def page(self, **options):
        return Page(self, **options)


class Page:
    """A tab of a given size, scheme and medium, with or without scripts."""

    def __init__(self, browser, width=1280, height=900, scheme="light", medium="", scripts=True, scale=1):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.call(f"{domain}.enable")
        self.resize(width, height, scale)
        self.medium(medium, scheme)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    def call(self, method, **parameters):
        return self.browser.call(method, session=self.session, **parameters)

    def resize(self, width, height, scale=1):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)

    def medium(self, medium, scheme):
        self.call(
            "Emulation.setEmulatedMedia", media=medium, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path):
        """Loads a file and waits until it is there."""
        self.browser.events.clear()
        self.call("Page.navigate", url=path if "://" in str(path) else Path(path).resolve().as_uri())
        end = time.monotonic() + 30
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events()):
            self.browser.events.append(self.browser.read(end))

    def events(self):
        return [event for event in self.browser.events if event.get("sessionId") == self.session]

    def requests(self):
        """What the page asked for, itself included."""
        sent = [event for event in self.events() if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]

    def messages(self):
        """What the page or the browser complained about."""
        kinds = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [event["params"] for event in self.events() if event["method"] in kinds]

    def evaluate(self, script):
        """The value of an expression, as JSON carries it."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "a script failed"))
        return answer["result"].get("value")

    def press(self, key):
        for kind in ["keyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=9)

    def screenshot(self, path, whole=False):
        options = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        Path(path).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", **options)["data"]))

    def pdf(self):
        """The page on A4, as bytes."""
        answer = self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, preferCSSPageSize=True,
                           printBackground=True)
        return base64.b64decode(answer["data"])

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
