"""One worker process: it is given a path and answers with a line."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterable
from json import dumps
from pathlib import Path
from typing import TypeAlias

from mucluc.errors import ProgramError
from mucluc.program import Options, program

StrPath: TypeAlias = str | os.PathLike[str]

_PATH = re.compile(rb'"path":"(?:[^"\\]|\\.)*"')
"""`source.path` in a line: the first key of this name, because keys have a fixed order."""


class Worker:
    """A process of `mucluc convert --files-from - --to jsonl`, started when it is first needed.

    Paths are named one after the other, their lines come in the same order. Where the process ends in the middle
    of a file, that file's line says so (`run.crashed`), and the next one starts a new process:

    >>> with Worker() as worker:
    ...     worker.line("missing.txt")
    b'{"source":{"path":"missing.txt"},"error":{"code":"read.not-found","message":"there is no such file"}}\\n'
    """

    def __init__(self, options: Options | None = None, folder: str | None = None) -> None:
        self.options = options or Options()
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        self._waiting: deque[bytes] = deque()
        self._has_answered = False

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def line(self, path: StrPath) -> bytes:
        """The line for a file."""
        try:
            self.send(path)
            return self.receive()
        except BaseException:
            # Interrupted in between, the next file would be given the line of this one.
            self.close()
            raise

    def line_of_bytes(self, content: bytes, name: str, path: str | None = None) -> bytes:
        """The line for a document in memory; `path` is what the line calls it, the name where there is none."""
        # The name decides nothing but what the document is called: a path in it must lead nowhere.
        own = os.path.basename(name) or "-"
        with tempfile.TemporaryDirectory(prefix="mucluc-") as folder:
            file = Path(folder, "document" if own in {".", ".."} else own)
            file.write_bytes(content)
            line = self.line(file)
        return renamed(line, name if path is None else path)

    def send(self, path: StrPath) -> None:
        """Names a file; its line is to be received later. A few at a time may wait."""
        name = os.fsencode(path)
        if not name or b"\0" in name:
            raise ValueError(f"this is no path: {path!r}")
        if not self._waiting and self.process is not None and self.process.poll() is not None:
            self._ended()  # It died between two files: neither is to blame.
        self._waiting.append(name)
        # A process that dies from now on is found out where the line is received.
        with contextlib.suppress(BrokenPipeError):
            self._write([name])

    def receive(self) -> bytes:
        """The line for the file that waits longest."""
        process = self._started()
        assert process.stdout is not None
        line = process.stdout.readline()
        if line.endswith(b"\n"):
            self._has_answered = True
            self._waiting.popleft()
            return line
        status = self._ended()
        if not self._has_answered and status in {2, 127}:
            raise ProgramError(f"{program()} does not work as a worker: it ends with {status}")
        path = self._waiting.popleft()
        if self._waiting:
            self._write(self._waiting)
        return failure(path, "run.crashed", f"the program ended in the middle of this file ({_how(status)})")

    def interrupt(self) -> None:
        """Ends the process from another thread; what waits for a line gets a failure."""
        process = self.process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Ends the process."""
        if self.process is not None:
            self.process.kill()
            self._ended()
        self._waiting.clear()

    def _write(self, names: Iterable[bytes]) -> None:
        process = self._started()
        assert process.stdin is not None
        process.stdin.write(b"".join(name + b"\0" for name in names))
        process.stdin.flush()

    def _started(self) -> subprocess.Popen[bytes]:
        if self.process is None:
            command = [program(), "convert", "--files-from", "-", "--jobs", "1", "--to", "jsonl", "--quiet"]
            try:
                self.process = subprocess.Popen(
                    command + self.options.arguments,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    cwd=self.folder,
                    start_new_session=True,  # An interrupt from the keyboard is for the caller alone.
                )
            except OSError as error:
                raise ProgramError(f"{program()} cannot be started: {error}") from error
        return self.process

    def _ended(self) -> int:
        """Waits for the end of the process and forgets it."""
        process, self.process = self.process, None
        assert process is not None and process.stdin is not None and process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        process.stdout.close()
        return process.wait()


def spelled(path: bytes) -> str:
    """A path as results spell it: `%` and bytes that are not UTF-8 as `%XX`.

    >>> spelled(b"k\\xe9 100%.txt")
    'k%E9 100%25.txt'
    """
    text = path.replace(b"%", b"%25").decode("utf-8", "surrogateescape")
    return "".join(f"%{ord(letter) - 0xDC00:02X}" if "\udc80" <= letter <= "\udcff" else letter for letter in text)


def renamed(line: bytes, path: str) -> bytes:
    """A line with another `source.path`."""
    key = b'"path":' + dumps(path, ensure_ascii=False).encode("utf-8", "replace")
    return _PATH.sub(lambda _: key, line, count=1)


def failure(path: bytes, code: str, message: str) -> bytes:
    """The line of a file that gave no document."""
    answer = {"source": {"path": spelled(path)}, "error": {"code": code, "message": message}}
    return dumps(answer, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _how(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"
