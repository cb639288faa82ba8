"""Several workers at the same time, and their lines in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator

from mucluc.program import Options
from mucluc.worker import StrPath, Worker

_NAMED_AHEAD = 3
"""How many paths a worker knows of: it goes on while Python is busy with the line before."""

_MOST_AHEAD = 64
"""How many files a worker may be ahead of what was handed on."""

_MOST_WAITING = 1 << 25
"""How many bytes of lines may wait to be handed on."""

_PATIENCE = 5.0
"""How many seconds the end waits for a thread; one that waits for the caller's next path would never come."""


class _Pool:
    """What the threads share.

    One thread takes the paths from the caller, as long as there is room. Every other one drives a worker: it names
    paths to it, and collects the lines.
    """

    def __init__(self, jobs: int) -> None:
        self.most_ahead = jobs * _MOST_AHEAD
        self.changed = threading.Condition()
        self.paths: deque[tuple[int, StrPath]] = deque()
        self.done: dict[int, bytes] = {}
        self.bytes_waiting = 0
        self.taken = 0
        self.handed_on = 0
        self.is_exhausted = False
        self.is_stopped = False
        self.failure: BaseException | None = None

    def feed(self, paths: Iterable[StrPath]) -> None:
        """Takes the paths from the caller."""
        try:
            for path in paths:
                with self.changed:
                    self.changed.wait_for(lambda: self.is_stopped or self._has_room())
                    if self.is_stopped:
                        return
                    self.paths.append((self.taken, path))
                    self.taken += 1
                    self.changed.notify_all()
            with self.changed:
                self.is_exhausted = True
                self.changed.notify_all()
        except BaseException as failure:
            self._fail(failure)

    def drive(self, worker: Worker) -> None:
        """Names paths to a worker and collects their lines, until there are no more."""
        try:
            with worker:
                named: deque[int] = deque()
                while not self.is_stopped:
                    while len(named) < _NAMED_AHEAD and (taken := self._take(waits=not named)) is not None:
                        named.append(taken[0])
                        worker.send(taken[1])
                    if not named:
                        return
                    self._put(named.popleft(), worker.receive())
        except BaseException as failure:
            self._fail(failure)

    def next_line(self) -> bytes | None:
        """The line that is next in order, once it is there."""
        with self.changed:
            self.changed.wait_for(lambda: self.handed_on in self.done or self._has_ended())
            if self.handed_on not in self.done:
                if self.failure is not None:
                    raise self.failure
                return None
            line = self.done.pop(self.handed_on)
            self.handed_on += 1
            self.bytes_waiting -= len(line)
            self.changed.notify_all()
            return line

    def stop(self) -> None:
        """Lets no thread begin with another file."""
        with self.changed:
            self.is_stopped = True
            self.changed.notify_all()

    def _has_room(self) -> bool:
        return self.taken < self.handed_on + self.most_ahead and self.bytes_waiting < _MOST_WAITING

    def _has_ended(self) -> bool:
        return self.failure is not None or (self.is_exhausted and self.handed_on == self.taken)

    def _take(self, *, waits: bool) -> tuple[int, StrPath] | None:
        """The next path with its number; `None` where there is none, or none yet and the thread does not wait."""
        with self.changed:
            if waits:
                self.changed.wait_for(lambda: self.paths or self.is_exhausted or self.is_stopped)
            return self.paths.popleft() if self.paths and not self.is_stopped else None

    def _put(self, number: int, line: bytes) -> None:
        with self.changed:
            self.done[number] = line
            self.bytes_waiting += len(line)
            self.changed.notify_all()

    def _fail(self, failure: BaseException) -> None:
        with self.changed:
            self.failure = self.failure or failure
            self.is_stopped = True
            self.changed.notify_all()


def lines(paths: Iterable[StrPath], jobs: int, options: Options) -> Iterator[bytes]:
    """The line for every path, in order."""
    pool = _Pool(jobs)
    workers = [Worker(options) for _ in range(jobs)]
    threads = [threading.Thread(target=pool.feed, args=[paths], daemon=True)]
    threads += [threading.Thread(target=pool.drive, args=[worker], daemon=True) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        while (line := pool.next_line()) is not None:
            yield line
    finally:
        pool.stop()
        for worker in workers:
            worker.interrupt()
        for thread in threads:
            thread.join(_PATIENCE)
