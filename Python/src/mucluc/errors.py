"""The exceptions of the package."""

from __future__ import annotations


class MucLucError(Exception):
    """What every exception of the package is."""


class ProgramError(MucLucError):
    """The program `mucluc` is missing, or does not work at all."""


class ConversionError(MucLucError):
    """A file gave no document.

    >>> error = ConversionError("read.not-found", "there is no such file", "q4.docx")
    >>> error.code, error.path
    ('read.not-found', 'q4.docx')
    >>> print(error)
    q4.docx: there is no such file [read.not-found]
    """

    def __init__(self, code: str, message: str, path: str) -> None:
        super().__init__(code, message, path)
        self.code = code
        """The stable name of the failure, such as `read.not-found`."""
        self.message = message
        """Why it failed and how to go on, without the path."""
        self.path = path
        """The path as it was given, spelled as in `source.path`."""

    def __str__(self) -> str:
        return f"{self.path}: {self.message} [{self.code}]"
