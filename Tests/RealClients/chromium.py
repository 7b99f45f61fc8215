"""Headless Chromium as a fixture, driven by its DevTools protocol over a pair of pipes: nothing else is needed."""

import base64
import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
import time

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)

#: Windows' virtual key codes of the keys that have no character.
KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39,
        "Home": 36, "End": 35, "PageDown": 34, "PageUp": 33}  # fmt: skip


class Failed(AssertionError):
    pass


class Browser:
    """One browser with one page. It resolves no name, so that only what is on 127.0.0.1 can be reached."""

    def __init__(self):
        self.home = tempfile.mkdtemp()
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        arguments = [
            CHROMIUM, "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={self.home}", "--no-first-run",
            "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "about:blank",
        ]  # fmt: skip
        if os.geteuid() == 0:
            arguments.insert(1, "--no-sandbox")
        # Chromium reads from descriptor 3 and writes to 4.
        shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", *arguments], pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._number = 0
        self._waiting = {}
        self._session = None
        self.events = []
        threading.Thread(target=self._read, daemon=True).start()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.call(f"{domain}.enable")

    def _read(self):
        rest = b""
        while True:
            try:
                read = os.read(self._in, 1 << 16)
            except OSError:
                read = b""
            if not read:
                break
            *messages, rest = (rest + read).split(b"\0")
            for message in map(json.loads, messages):
                if "id" in message:
                    self._waiting.pop(message["id"]).put(message)
                else:
                    self.events.append(message)
        for waiting in list(self._waiting.values()):
            waiting.put({"error": "the browser has ended"})

    def call(self, method, **parameters):
        self._number += 1
        answer = self._waiting[self._number] = queue.Queue()
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        found = answer.get(timeout=60)
        if "error" in found:
            raise Failed(f"{method}: {found['error']}")
        return found["result"]

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise Failed(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, condition, seconds=30):
        """Waits until an expression in the page holds, which it does at once in most tests."""
        end = time.monotonic() + seconds
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() > end:
                raise Failed(f"never came: {condition}\n{self.text('body')}")
            time.sleep(0.02)

    def open(self, address):
        self.events.clear()
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=address)
        self.until(f"location.href === {json.dumps(address)} && document.readyState === 'complete'")

    def text(self, selector):
        """What an element shows; `None` where there is none."""
        return self.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? null")

    def each(self, selector, script):
        """The value of a script for each element `e`."""
        return self.run(f"[...document.querySelectorAll({json.dumps(selector)})].map(e => {script})")

    def texts(self, selector):
        return self.each(selector, "e.innerText")

    def click(self, selector):
        """A click of the mouse in the middle of an element."""
        place = self.run(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();"
            f" return [r.left + r.width / 2, r.top + r.height / 2]; }})(document.querySelector({json.dumps(selector)}))")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def press(self, *keys, shift=False, control=False):
        for key in keys:
            code = KEYS.get(key, ord(key.upper()[0]))
            event = {"key": key, "windowsVirtualKeyCode": code, "modifiers": shift * 8 + control * 2}
            text = {"Enter": {"text": "\r"}}.get(key, {"text": key} if len(key) == 1 else {})
            self.call("Input.dispatchKeyEvent", type="keyDown", **event, **text)
            self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def write(self, text):
        self.call("Input.insertText", text=text)

    def view(self, width, height, scheme="light", mobile=False):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, file):
        with open(file, "wb") as picture:
            picture.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def requested(self):
        """The addresses that the page has asked for."""
        return [event["params"]["request"]["url"] for event in self.events
                if event["method"] == "Network.requestWillBeSent"]  # fmt: skip

    def complaints(self):
        """Exceptions, broken policies and dialogs; not the answers that the page itself reports."""
        found = [event["params"]["exceptionDetails"] for event in self.events
                 if event["method"] == "Runtime.exceptionThrown"]  # fmt: skip
        found += [event["params"]["entry"] for event in self.events
                  if event["method"] == "Log.entryAdded" and event["params"]["entry"]["source"] != "network"]  # fmt: skip
        found += [event["params"] for event in self.events
                  if event["method"] in ("Runtime.consoleAPICalled", "Page.javascriptDialogOpening")]  # fmt: skip
        return found

    def close(self):
        try:
            self._session = None
            self.call("Browser.close")
            self.process.wait(timeout=20)
        except (Failed, OSError, queue.Empty, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self._out)
        shutil.rmtree(self.home, ignore_errors=True)
