"""Where the program is, and how it is asked to work."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from mucluc.errors import ProgramError


def program() -> str:
    """The path of the program: `MUCLUC_PROGRAM`, that of the wheel, or one on the `PATH`."""
    named = os.environ.get("MUCLUC_PROGRAM")
    own = Path(__file__).with_name("bin") / "mucluc"
    found = named or (str(own) if own.is_file() else shutil.which("mucluc"))
    if found is None:
        raise ProgramError("there is no program mucluc: install the wheel, or set MUCLUC_PROGRAM")
    return found


@dataclass(frozen=True)
class Options:
    """How documents are read and what one may cost.

    >>> Options(encoding="tcvn3", time_limit=10).arguments
    ['--encoding', 'tcvn3', '--time-limit', '10']
    """

    encoding: str | None = None
    """The encoding of text files; told from the content otherwise."""

    libreoffice: str | None = None
    """When LibreOffice converts older documents: `never`, `fallback` (the default) or `always`."""

    time_limit: float | None = None
    """How many seconds a file may take; a file that takes longer fails alone."""

    memory_limit: str | int | None = None
    """How much memory a file may need, such as `512M`; a file that needs more fails alone."""

    lang: str | None = None
    """The language of messages, `en` or `vi`."""

    @property
    def arguments(self) -> list[str]:
        """The options of the command."""
        named = {
            "--encoding": self.encoding,
            "--libreoffice": self.libreoffice,
            "--time-limit": self.time_limit,
            "--memory-limit": self.memory_limit,
            "--lang": self.lang,
        }
        return [word for name, value in named.items() if value is not None for word in (name, str(value))]
