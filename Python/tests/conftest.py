"""What the tests share."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mucluc.program import program

PROJECT = Path(__file__).resolve().parent.parent.parent

PLAN = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Y tế mở 02 lớp bồi dưỡng trước ngày 15/5/2024.\n"


@pytest.fixture(scope="session")
def documents() -> list[Path]:
    """The documents of the project's fixtures, of every format."""
    found = [*PROJECT.glob("Fixtures/programmes/*/input.*"), *PROJECT.glob("Fixtures/binary/*.doc")]
    assert len(found) > 8
    return sorted(found)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small document."""
    file = tmp_path / "plan.txt"
    file.write_text(PLAN, "utf-8")
    return file


def command(*arguments: str | Path, cwd: Path | None = None) -> bytes:
    """What the command prints."""
    run = subprocess.run([program(), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=cwd)
    return run.stdout
