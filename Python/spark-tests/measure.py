"""Measures the command and the Python package on many documents.

usage: measure.py [--documents COUNT] [--runs COUNT] [FOLDER]
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from archive import make_archive

from mucluc import ConversionError, convert_all, to_arrow
from mucluc.program import program


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("folder", nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mucluc-measure-") as place:
        paths = _documents(options.folder, Path(place), options.documents)
        size = sum(os.path.getsize(path) for path in paths)
        print(f"{len(paths)} files, {size / len(paths) / 1000:.1f} kB each; load of the machine {os.getloadavg()[0]:.2f}, {os.cpu_count()} cores")
        _sizes(sorted(set(paths))[:500], Path(place))
        for jobs in (1, 2):
            command = _measure(f"command, {jobs} jobs", len(paths), options.runs, lambda: _command(paths, jobs, Path(place)))
            lines = _measure(f"convert_all, {jobs} jobs", len(paths), options.runs, lambda: _lines(paths, jobs))
            print(f"  convert_all has {command / lines:.2f} of the throughput of the command")
        _measure("convert_all, 2 jobs, and rows", len(paths), options.runs, lambda: _rows(paths, 2))
        for factor in (1, 4):
            peak = _peak(lambda: _lines(paths * factor, 2))
            print(f"memory: {peak[0]:.0f} MB Python, {peak[1]:.0f} MB both workers, with {len(paths) * factor} files")


def _documents(folder: str | None, place: Path, count: int) -> list[str]:
    if folder is None:
        return [str(place / "archive" / path) for path in make_archive(place / "archive", count)]
    found = sorted(str(path) for path in Path(folder).rglob("*") if path.suffix in {".docx", ".doc", ".txt", ".rtf"})
    return list(itertools.islice(itertools.cycle(found), count))


def _sizes(paths: list[str], place: Path) -> None:
    """Bytes a document as JSON and as Parquet."""
    import pyarrow.parquet

    results = list(convert_all(paths))
    good = [result for result in results if not isinstance(result, ConversionError)]
    print(f"JSON {sum(len(document.line) for document in good) / len(good) / 1000:.1f} kB a document", end="")
    for table in ("documents", "tasks", "targets", "facts"):
        file = place / f"{table}.parquet"
        rows = to_arrow(results, table)  # type: ignore[arg-type]
        pyarrow.parquet.write_table(rows, file, compression="zstd")
        print(f"; {table} {rows.num_rows / len(results):.1f} rows, {file.stat().st_size / len(results) / 1000:.2f} kB in Parquet", end="")
    print()


def _measure(name: str, count: int, runs: int, work: Callable[[], None]) -> float:
    """The median of the seconds of some runs, with the processors' seconds."""
    work()  # The files are in memory now.
    seconds, busy = [], []
    for _ in range(runs):
        before = _processor_seconds()
        began = time.monotonic()
        work()
        seconds.append(time.monotonic() - began)
        busy.append(_processor_seconds() - before)
    middle, processor = statistics.median(seconds), statistics.median(busy)
    print(f"{name}: {count / middle:.0f} documents a second, {processor / count * 1000:.2f} ms of a core each", flush=True)
    return middle


def _processor_seconds() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _command(paths: list[str], jobs: int, place: Path) -> None:
    """As a user would: the paths from a list, the lines through a pipe to another program."""
    (place / "list").write_bytes(b"".join(os.fsencode(path) + b"\0" for path in paths))
    command = [program(), "convert", "--files-from", str(place / "list"), "--to", "jsonl", "--jobs", str(jobs), "--quiet"]
    with open(place / "lines", "wb") as lines:
        subprocess.run(command, stdout=lines, stderr=subprocess.DEVNULL)


def _lines(paths: list[str], jobs: int) -> None:
    for _ in convert_all(paths, jobs=jobs):
        pass


def _rows(paths: list[str], jobs: int) -> None:
    for result in convert_all(paths, jobs=jobs):
        if not isinstance(result, ConversionError):
            result.tasks()


def _peak(work: Callable[[], None]) -> tuple[float, float]:
    """The most memory in MB that this process and its workers hold together, looked at ten times a second."""
    peaks = [0.0, 0.0]
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.1):
            peaks[0] = max(peaks[0], _memory(os.getpid()))
            peaks[1] = max(peaks[1], sum(map(_memory, _children())))

    looking = threading.Thread(target=look)
    looking.start()
    work()
    done.set()
    looking.join()
    return peaks[0], peaks[1]


def _children() -> list[int]:
    lists = [file.read_text() for file in Path("/proc/self/task").glob("*/children")]
    return [int(number) for text in lists for number in text.split()]


def _memory(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    sys.exit(main())
