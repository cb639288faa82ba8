"""One document."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from multiprocessing import get_context
from pathlib import Path

import pytest
from conftest import PLAN, command

from mucluc import ConversionError, Document, ProgramError, convert
from mucluc.worker import Worker


def test_a_document_is_what_the_command_prints(documents: list[Path]) -> None:
    for path in documents:
        document = convert(path)
        # The worker names the path as given, the command a single file by its name.
        printed = command("convert", path.name, "--to", "jsonl", cwd=path.parent)
        assert document.line.replace(str(path).encode(), path.name.encode(), 1) == printed


def test_bytes_go_by_their_name(plan: Path) -> None:
    document = convert(plan.read_bytes(), name='2024/k “ế” "hoạch".txt')
    assert document.source.name == 'k “ế” "hoạch".txt'
    assert document.source.path == '2024/k “ế” "hoạch".txt'
    assert convert(plan.read_bytes()).source.path == "-"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..", ".", "", "a/"])
def test_a_name_leads_nowhere(name: str) -> None:
    assert convert(PLAN.encode(), name=name).metadata.type == "KẾ HOẠCH"


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "read.not-found"), (b"", "read.empty"), (b"\x00\x01\x02", "read.not-text"), (b"PK\x03\x04..", "read.truncated-archive")],
)
def test_an_exception_carries_code_and_path(tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "50%.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConversionError) as caught:
        convert(file)
    assert caught.value.code == code
    assert caught.value.path == str(file).replace("%", "%25")
    assert caught.value.message and code in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).path == caught.value.path


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="read.is-a-folder"):
        convert(tmp_path)


def test_a_name_that_is_not_utf8_is_found(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/k\xe9.txt"
    with open(file, "wb") as stream:
        stream.write(PLAN.encode())
    assert convert(os.fsdecode(file)).source.path.endswith("/k%E9.txt")


@pytest.mark.parametrize("path", ["", "a\0b"])
def test_what_cannot_be_a_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        convert(path)


def test_options_reach_the_program(tmp_path: Path) -> None:
    with pytest.raises(ConversionError, match="run.memory-limit|run.time-limit"):
        convert(PLAN.encode() * 20000, memory_limit="1M")
    assert convert(PLAN.encode(), time_limit=60).source.encoding == "utf-8"
    with pytest.raises(ConversionError, match="không có tệp này"):
        convert(tmp_path / "missing", lang="vi")
    assert convert("kế".encode("utf-16le"), encoding="utf-16le").source.encoding == "utf-16le"


def test_a_wrong_option_is_no_failure_of_a_file() -> None:
    with pytest.raises(ProgramError):
        convert(PLAN.encode(), encoding="no-such-encoding")


def test_a_program_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    monkeypatch.setenv("MUCLUC_PROGRAM", "/nowhere/mucluc")
    with pytest.raises(ProgramError, match="/nowhere/mucluc"), Worker() as worker:
        worker.line(plan)


def test_paths_are_those_of_the_folder_at_the_time(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plan.parent)
    assert convert("plan.txt").source.path == "plan.txt"
    (plan.parent / "below").mkdir()
    monkeypatch.chdir(plan.parent / "below")
    with pytest.raises(ConversionError):
        convert("plan.txt")


def test_a_worker_that_died_in_between_is_replaced(plan: Path) -> None:
    with Worker() as worker:
        first = worker.line(plan)
        assert worker.process is not None
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        assert worker.line(plan) == first


def test_a_worker_that_died_before_its_line_is_asked_for_tells_of_a_crash(plan: Path) -> None:
    with Worker() as worker:
        worker.line(plan)
        assert worker.process is not None
        os.kill(worker.process.pid, signal.SIGSTOP)
        worker.send(plan)
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        assert b'"run.crashed"' in worker.receive()
        assert worker.line(plan).startswith(b'{"schemaVersion"')


def test_threads_and_forks_get_their_own_answers(plan: Path, tmp_path: Path) -> None:
    convert(plan)
    found: list[str] = []
    threads = [threading.Thread(target=lambda name=name: found.append(_name_of(name))) for name in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list("abcdefgh")
    with get_context("fork").Pool(4) as pool:
        assert pool.map(_name_of, list("abcdefgh")) == list("abcdefgh")
    assert convert(plan).source.name == "plan.txt"


def _name_of(name: str) -> str:
    return convert(PLAN.encode(), name=name).source.name


def test_a_document_can_be_pickled(plan: Path) -> None:
    document = convert(plan)
    copy: Document = pickle.loads(pickle.dumps(document))
    assert copy == document and copy.line == document.line
