"""Many documents."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PLAN

from mucluc import ConversionError, Document, convert, convert_all
from mucluc.pool import lines
from mucluc.program import Options

STUMBLING = str(Path(__file__).with_name("stumbling-worker"))


@pytest.fixture
def stumbles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUCLUC_PROGRAM", STUMBLING)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_paths(documents: list[Path], tmp_path: Path, jobs: int) -> None:
    (tmp_path / "empty.txt").touch()
    bad = [tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path]
    paths = [path for pair in zip(documents, itertools.cycle(bad)) for path in pair] * 5
    results = list(convert_all(paths, jobs=jobs))
    assert len(results) == len(paths)
    alone = {path: convert(path) for path in documents}
    codes = {bad[0]: "read.not-found", bad[1]: "read.empty", bad[2]: "read.is-a-folder"}
    for path, result in zip(paths, results):
        if path in codes:
            assert isinstance(result, ConversionError)
            assert (result.code, result.path) == (codes[path], str(path))
        else:
            assert isinstance(result, Document) and result.line == alone[path].line


def test_a_failure_is_raised_where_that_is_asked_for(plan: Path) -> None:
    found: Iterator[Document] = convert_all([plan, plan.with_name("missing.txt")], errors="raise")
    assert next(found).source.name == "plan.txt"
    with pytest.raises(ConversionError, match="read.not-found"):
        next(found)


def test_no_paths_give_no_results() -> None:
    assert list(convert_all([])) == []


@pytest.mark.usefixtures("stumbles")
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_file_that_crashes_ends_alone(jobs: int) -> None:
    names = [f"{'crash' if number % 7 == 3 else 'exit' if number % 11 == 5 else 'file'}-{number}" for number in range(90)]
    results = list(convert_all(names, jobs=jobs))
    expected = ["test.ok" if name.startswith("file") else "run.crashed" for name in names]
    assert [result.code for result in results if isinstance(result, ConversionError)] == expected
    assert [result.path for result in results if isinstance(result, ConversionError)] == names


@pytest.mark.usefixtures("stumbles")
def test_a_slow_file_keeps_the_others_waiting_only_in_the_order() -> None:
    names = ["slow"] + [f"file-{number}" for number in range(100)]
    began = time.monotonic()
    assert [result.path for result in convert_all(names, jobs=2) if isinstance(result, ConversionError)] == names
    assert time.monotonic() - began < 5


@pytest.mark.usefixtures("stumbles")
def test_paths_are_taken_as_they_are_needed() -> None:
    taken = itertools.count()
    found = convert_all((f"file-{next(taken)}" for _ in itertools.repeat(None)), jobs=2)
    for _ in range(10):
        next(found)
    time.sleep(0.2)
    assert next(taken) < 200
    found.close()  # type: ignore[attr-defined]


def test_an_early_end_leaves_no_process(plan: Path) -> None:
    found = convert_all(itertools.repeat(plan), jobs=3)
    next(found)
    assert len(_children()) >= 3
    found.close()  # type: ignore[attr-defined]
    # The worker of `convert` may still be there.
    assert len(_children()) <= 1


def _children() -> list[str]:
    return [number for file in Path("/proc/self/task").glob("*/children") for number in file.read_text().split()]


def test_an_exception_of_the_paths_is_handed_on(plan: Path) -> None:
    def paths() -> Iterator[Path]:
        yield plan
        raise KeyError("the list broke off")

    with pytest.raises(KeyError, match="broke off"):
        list(convert_all(paths(), jobs=2))


def test_paths_may_depend_on_the_results_before(plan: Path) -> None:
    ready = [plan]

    def paths() -> Iterator[Path]:
        for _ in range(5):
            while not ready:
                time.sleep(0.01)
            yield ready.pop()

    count = 0
    for _ in convert_all(paths(), jobs=2):
        count += 1
        ready.append(plan)
    assert count == 5


def test_lines_are_those_of_the_program(plan: Path) -> None:
    assert list(lines([plan, plan], 2, Options())) == [convert(plan).line] * 2


def test_limits_end_a_file_alone(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_text(PLAN * 40000, "utf-8")
    small = tmp_path / "small.txt"
    small.write_text(PLAN, "utf-8")
    results = list(convert_all([small, large, small], jobs=1, memory_limit="40M"))
    assert [getattr(result, "code", None) for result in results] == [None, "run.memory-limit", None]
