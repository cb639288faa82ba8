"""Converting one document, or many."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from typing import Literal, overload

from mucluc.document import Document, parsed
from mucluc.errors import ConversionError
from mucluc.pool import lines
from mucluc.program import Options
from mucluc.worker import StrPath, Worker


class _Shared:
    """The workers of `convert`, one for each way of reading, kept for the next document."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.workers: dict[tuple[Options, str], Worker] = {}

    def worker(self, options: Options) -> Worker:
        # Paths are relative to the folder that the worker was started in.
        key = (options, os.getcwd())
        if key not in self.workers:
            for worker in self.workers.values():
                worker.close()
            self.workers = {key: Worker(options)}
        return self.workers[key]


_shared = _Shared()


def _start_anew() -> None:
    """In a process that was forked off, the workers of the other one are not to be talked to."""
    global _shared
    _shared = _Shared()


os.register_at_fork(after_in_child=_start_anew)


def convert(
    source: StrPath | bytes,
    *,
    name: str = "-",
    encoding: str | None = None,
    libreoffice: str | None = None,
    time_limit: float | None = None,
    memory_limit: str | int | None = None,
    lang: str | None = None,
) -> Document:
    """Converts one document: the path of a file, or its bytes, which then go by `name`.

    Raises `ConversionError` where the file gives no document. The program that does the work is kept for the next call.

    >>> document = convert("KẾ HOẠCH\\nI. NHIỆM VỤ\\n1. Mở 02 lớp trước ngày 15/5/2024.\\n".encode(), name="plan.txt")
    >>> document.source.name, document.metadata.type
    ('plan.txt', 'KẾ HOẠCH')
    >>> document.tasks()[0]["deadline_edtf"]
    '2024-05-15'
    """
    options = Options(encoding, libreoffice, time_limit, memory_limit, lang)
    with _shared.lock:
        worker = _shared.worker(options)
        line = worker.line_of_bytes(source, name) if isinstance(source, bytes) else worker.line(source)
    result = parsed(line)
    if isinstance(result, ConversionError):
        raise result
    return result


@overload
def convert_all(
    paths: Iterable[StrPath],
    *,
    jobs: int | None = None,
    errors: Literal["yield"] = "yield",
    encoding: str | None = None,
    libreoffice: str | None = None,
    time_limit: float | None = None,
    memory_limit: str | int | None = None,
    lang: str | None = None,
) -> Iterator[Document | ConversionError]: ...


@overload
def convert_all(
    paths: Iterable[StrPath],
    *,
    jobs: int | None = None,
    errors: Literal["raise"],
    encoding: str | None = None,
    libreoffice: str | None = None,
    time_limit: float | None = None,
    memory_limit: str | int | None = None,
    lang: str | None = None,
) -> Iterator[Document]: ...


def convert_all(
    paths: Iterable[StrPath],
    *,
    jobs: int | None = None,
    errors: Literal["yield", "raise"] = "yield",
    encoding: str | None = None,
    libreoffice: str | None = None,
    time_limit: float | None = None,
    memory_limit: str | int | None = None,
    lang: str | None = None,
) -> Iterator[Document | ConversionError]:
    """Converts many files, `jobs` at the same time (all cores by default), and gives the results in their order.

    A file that gives no document does not stop the others: in its place comes the `ConversionError` (with
    `errors="raise"` it is raised). Paths are taken as they are needed, and few results wait: memory does not grow with
    the number of files.

    >>> [result.code for result in convert_all(["a.txt", "b.txt"]) if isinstance(result, ConversionError)]
    ['read.not-found', 'read.not-found']
    """
    options = Options(encoding, libreoffice, time_limit, memory_limit, lang)
    for line in lines(paths, jobs or os.cpu_count() or 1, options):
        result = parsed(line)
        if errors == "raise" and isinstance(result, ConversionError):
            raise result
        yield result
