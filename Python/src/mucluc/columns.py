"""The rows of the tables: their columns, in order, and what is in them.

A row is a dict. Arrow, pandas and Spark are told of the columns by `columns(table)`, so that a table has one schema,
whatever stands in the documents.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias, TypedDict, get_type_hints

TableName: TypeAlias = Literal["documents", "tasks", "targets", "facts"]
"""The names of the tables."""

Role: TypeAlias = Literal["task", "target", "result", "statement"]
"""What an entry is."""


class DocumentRow(TypedDict):
    """A file: its document's metadata, or why it gave none."""

    path: str
    sha256: str | None
    name: str | None
    format: str | None
    via: str | None
    byte_count: int | None
    encoding: str | None
    paragraph_count: int | None
    superior: str | None
    issuer: str | None
    motto: str | None
    number: str | None
    symbol: str | None
    code: str | None
    type: str | None
    type_code: str | None
    subject: str | None
    place: str | None
    date: str | None
    """In EDTF, or as written where it has no EDTF."""
    period: str | None
    period_start: str | None
    period_end: str | None
    addressees: list[str] | None
    recipients: list[str] | None
    signature_authority: list[str] | None
    signature_title: str | None
    signature_name: str | None
    security: str | None
    urgency: str | None
    is_draft: bool | None
    source_characters: int | None
    placed_characters: int | None
    unread_characters: int | None
    warnings: list[str] | None
    """The codes of warnings and errors, once each time."""
    schema_version: str | None
    generator_version: str | None
    json: str | None
    """The whole document."""
    error_code: str | None
    error_message: str | None


class TaskRow(TypedDict):
    """An entry; the columns are those of the CSV, with lists where the CSV joins several values in a cell."""

    path: str
    sha256: str
    issuer: str | None
    type: str | None
    code: str | None
    date: str | None
    subject: str | None
    document: str
    node: str | None
    marker_path: str
    section: str
    marker: str | None
    kind: str | None
    role: str
    task: str
    text: str
    continuing: bool
    lead: list[str]
    lead_from: str | None
    cooperating: list[str]
    deadline: str | None
    deadline_edtf: str | None
    product: str | None
    targets: list[str]
    references: list[str]
    quantities: list[str]
    location: str


class TargetRow(TypedDict):
    """A figure that is to be reached."""

    path: str
    sha256: str
    node: str | None
    task: str
    role: str
    indicator: str
    comparator: str
    value: float
    upper: float | None
    """The other end where the comparator is `between`."""
    unit: str
    by: str | None
    start: int
    end: int
    part: str | None
    paragraph: int | None
    line: int | None


class FactRow(TypedDict):
    """A reference, date, quantity or name in the text."""

    path: str
    sha256: str
    node: str | None
    within: str
    """What `start` and `end` count in: `title`, `paragraph` or `table`."""
    tasks: list[str]
    """The entries that it stands in."""
    kind: str
    text: str
    start: int
    end: int
    type: str | None
    type_code: str | None
    code: str | None
    number: str | None
    symbol: str | None
    date: str | None
    issuer: str | None
    title: str | None
    edtf: str | None
    amount: float | None
    amount_text: str | None
    """The amount where it is a range or a ratio."""
    unit: str | None
    name: str | None
    name_kind: str | None
    part: str | None
    paragraph: int | None
    line: int | None


Kind: TypeAlias = Literal["string", "boolean", "long", "double", "strings"]
"""What the cells of a column are; any of them may be null."""


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: Kind


_ROWS = {"documents": DocumentRow, "tasks": TaskRow, "targets": TargetRow, "facts": FactRow}

_KINDS: dict[object, Kind] = {str: "string", bool: "boolean", int: "long", float: "double", list[str]: "strings"}
_KINDS |= {kind | None: name for kind, name in _KINDS.items()}  # type: ignore[operator]


def columns(table: TableName) -> list[Column]:
    """The columns of a table, in order.

    >>> columns("targets")[:2], columns("tasks")[17]
    ([Column(name='path', kind='string'), Column(name='sha256', kind='string')], Column(name='lead', kind='strings'))
    """
    return [Column(name, _KINDS[kind]) for name, kind in get_type_hints(_ROWS[table]).items()]
