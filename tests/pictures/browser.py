"""Chromium without a window, driven over a pipe, with every way to the outside closed and every request noted."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Self, cast

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PIL.Image import Image

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
PATIENCE_S: Final = 90.0
"""For one answer; a page that never settles is an error, not a slow test."""
_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--remote-debugging-pipe",
    "--hide-scrollbars",
    # WebGL without a graphics card.
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--password-store=basic",
)


class Browser:
    """One page of a browser. `allow`: a host and port that may be asked, for a server of the test itself."""

    def __init__(
        self, folder: Path, *, size: tuple[int, int] = (1200, 800), dark: bool = False, allow: str = ""
    ) -> None:
        assert CHROMIUM is not None
        self.requests: list[str] = []
        """Addresses that the page, or a frame in it, asked for."""
        self.errors: list[str] = []
        """Exceptions and messages of error that the page gave."""
        self.net_log = folder / "net-log.json"
        but = f", EXCLUDE {allow}" if allow else ""
        to_browser, self._pipe_in = os.pipe()
        self._pipe_out, from_browser = os.pipe()

        def pipes() -> None:
            # Held high first: either end may already be 3 or 4.
            high_in, high_out = os.dup2(to_browser, 60), os.dup2(from_browser, 61)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self._process = subprocess.Popen(
            [
                CHROMIUM, *_FLAGS, f"--user-data-dir={folder / 'profile'}", f"--window-size={size[0]},{size[1]}",
                f"--host-resolver-rules=MAP * ~NOTFOUND{but}", f"--log-net-log={self.net_log}", "about:blank",
            ],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0
        self._left = b""
        self._session = ""
        targets = self._call("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self._session = self._call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._call(f"{domain}.enable")
        self._call(
            "Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False
        )
        scheme = "dark" if dark else "light"
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, address: str, until: str = "document.readyState === 'complete'") -> None:
        """Go there and wait until an expression is true."""
        self._call("Page.navigate", url=address)
        self.wait(until)

    def wait(self, until: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with suppress(AssertionError):
                if self.js(until):
                    return
            time.sleep(0.05)
        raise AssertionError(f"never true: {until}; {self.errors}")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def shot(self) -> Image:
        """What the window shows."""
        from PIL import Image

        answer = self._call("Page.captureScreenshot", format="png")
        return Image.open(BytesIO(b64decode(answer["data"]))).convert("RGB")

    def click(self, x: float, y: float) -> None:
        """Move the pointer there and press its first button."""
        self.move(x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def move(self, x: float, y: float) -> None:
        """Move the pointer there."""
        self._call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def key(self, name: str) -> None:
        """Press a key that has a name: "Enter", "ArrowDown", "Escape"."""
        for kind in ("keyDown", "keyUp"):
            code = {"Enter": 13, "Escape": 27}.get(name, 0)
            text = {"text": "\r"} if name == "Enter" and kind == "keyDown" else {}
            self._call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **text)

    def write(self, text: str) -> None:
        """Write into what has the focus."""
        self._call("Input.insertText", text=text)

    def scripts_off(self) -> None:
        """From the next page on, no script runs."""
        self._call("Emulation.setScriptExecutionDisabled", value=True)

    def asked_outside(self) -> list[str]:
        """Requests to anything but the page's own file and what is written in it."""
        own = ("file:", "data:", "blob:", "about:")
        return [address for address in self.requests if not address.startswith(own)]

    def close(self) -> None:
        """End the browser; its log of the net is complete then."""
        with suppress(OSError, AssertionError):
            self._session = ""
            self._call("Browser.close")
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._pipe_out, self._pipe_in):
            with suppress(OSError):
                os.close(pipe)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._pipe_in, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                return cast("dict[str, Any]", answer["result"])
            self._note(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._pipe_out], [], [], PATIENCE_S)
            assert ready, "the browser does not answer"
            piece = os.read(self._pipe_out, 1 << 20)
            assert piece, "the browser has ended"
            self._left += piece
        message, _, self._left = self._left.partition(b"\0")
        return cast("dict[str, Any]", json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        about = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(about["request"]["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(json.dumps(about["exceptionDetails"])[:2000])
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.errors.append(about["entry"]["text"])
            case "Runtime.consoleAPICalled" if about["type"] in ("error", "warning"):
                self.errors.append(json.dumps(about["args"])[:2000])
            case _:
                pass


def asked_of_the_net(net_log: Path) -> list[str]:
    """Addresses of the web in a browser's log of the net: requests, those refused at once included."""
    # The browser writes one event a line, and may be ended before it writes the last bracket.
    found = []
    for line in net_log.read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(json.JSONDecodeError):
            event = json.loads(line.rstrip().rstrip(","))
            url = event.get("params", {}).get("url", "") if isinstance(event, dict) else ""
            if isinstance(url, str) and url.startswith(("http:", "https:", "ws:", "wss:")):
                found.append(url)
    return found
