"""A headless Chromium that tests and measurements lead through pages: over a pipe, with Python's standard library alone.

  with Browser() as browser:
      browser.open("file:///tmp/site/index.html")
      browser.search("nuoc sach")
      print(browser.value("document.title"), browser.complaints, browser.addresses)
"""
import json, os, pathlib, select, shutil, subprocess, tempfile, time, urllib.parse


class Browser:
    def __init__(self, width=1400, height=900, dark=False, phone=False, seconds=60):
        self.program = shutil.which("chromium") or shutil.which("google-chrome")
        self.size, self.dark, self.phone, self.seconds = (width, height), dark, phone, seconds
        self.complaints, self.addresses, self.events, self.number, self.rest = [], [], [], 0, b""

    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        (theirs_in, self.output), (self.input, theirs_out) = os.pipe(), os.pipe()

        def arrange():
            # The program reads from 3 and writes to 4; what has these numbers is moved first.
            spare_in, spare_out = os.dup2(theirs_in, 30), os.dup2(theirs_out, 31)
            os.dup2(spare_in, 3), os.dup2(spare_out, 4)

        self.process = subprocess.Popen(
            [self.program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--hide-scrollbars",
             f"--user-data-dir={self.profile}", "--window-size={},{}".format(*self.size), "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=arrange, close_fds=False)
        os.close(theirs_in), os.close(theirs_out)
        target = next(one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=self.size[0], height=self.size[1],
                  deviceScaleFactor=1, mobile=self.phone)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if self.dark else "light"}])
        return self

    session = None

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.output), os.close(self.input)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        """Asks for something and waits for the answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.next()
            if answer.get("id") == self.number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def next(self):
        """The next answer or event; what an event complains of and asks for is noted."""
        end = time.monotonic() + self.seconds
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.input], [], [], max(0, end - time.monotonic()))
            assert ready, "the browser says nothing"
            received = os.read(self.input, 1 << 20)
            assert received, "the browser is gone"
            self.rest += received
        line, _, self.rest = self.rest.partition(b"\0")
        message = json.loads(line)
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(parameters["exceptionDetails"].get("exception", {}).get("description", "exception"))
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.complaints.append(str([one.get("value") for one in parameters["args"]]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(parameters["entry"]["text"] + " " + parameters["entry"].get("url", ""))
        elif method == "Network.requestWillBeSent":
            self.addresses.append(parameters["request"]["url"])
        elif method == "Page.loadEventFired":
            self.events.append("load")
        return message

    def open(self, address):
        """Opens a page and waits until it is loaded."""
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait_for_load()

    def wait_for_load(self):
        while "load" not in self.events:
            self.next()
        self.events.clear()

    def value(self, expression):
        """The value of an expression in the page; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, (expression, answer["exceptionDetails"])
        return answer["result"].get("value")

    def follow(self, selector):
        """Clicks a link to another page and waits until that is loaded."""
        before = self.value("location.href")
        self.value(f"document.querySelector({json.dumps(selector)}).click()")
        end = time.monotonic() + self.seconds
        while time.monotonic() < end:
            try:
                # One question: between two, the page may change.
                if self.value("document.readyState === 'complete' ? location.href : ''") not in ("", before):
                    return
            except AssertionError:
                # Between two pages there is none to ask.
                pass
            time.sleep(0.05)
        raise AssertionError(f"{selector} leads nowhere")

    def search(self, text):
        """Searches in the index of a site and waits for the answer; returns how many hits there are."""
        self.value(f"""(() => {{
          const field = document.getElementById("find"), found = document.getElementById("found");
          found.textContent = "";
          field.value = {json.dumps(text)};
          field.form.requestSubmit();
        }})()""")
        end = time.monotonic() + self.seconds
        # The number of hits comes first, the hits themselves and the way to more of them after it.
        shown = ("(n => n === '' ? null : n === '0' ? n : document.getElementById('hits').childElementCount ? n : null)"
                 "(document.getElementById('found').textContent)")
        while time.monotonic() < end:
            count = self.value(shown)
            if count is not None:
                return int(count)
            hint = self.value("document.getElementById('unread').hidden ? '' : document.getElementById('unread').innerText")
            assert not hint, hint
            time.sleep(0.02)
        raise AssertionError(f"no answer to {text}")

    def picture(self, path, whole=False):
        """Takes a picture of what the window shows, or of the whole page."""
        import base64
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def bytes_read(self, addresses=None):
        """How many bytes the files have that were asked for, each once."""
        paths = {urllib.parse.unquote(urllib.parse.urlsplit(one).path) for one in addresses or self.addresses}
        return sum(os.path.getsize(path) for path in paths if os.path.isfile(path))

    @property
    def foreign(self):
        """What was asked of anything but the disk."""
        return [one for one in self.addresses if urllib.parse.urlsplit(one).scheme not in ("file", "data", "about")]
