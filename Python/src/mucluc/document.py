"""A document as the program gives it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from mucluc import rows, tables
from mucluc.columns import FactRow, Role, TableName, TargetRow, TaskRow
from mucluc.errors import ConversionError
from mucluc.model import Node, Programme

if TYPE_CHECKING:
    import pandas
    import pyarrow


class Document(Programme):
    """A document as a task tree: the keys of the JSON Schema as attributes, and its rows.

    The JSON is parsed when something is asked for that needs it. `line` is what the program wrote.
    """

    __slots__ = ("_line",)

    def __init__(self, line: bytes | str) -> None:
        super().__init__({})
        self._line = line if isinstance(line, bytes) else line.encode()

    @property
    def line(self) -> bytes:
        """The JSON as the program wrote it, on one line."""
        return self._line

    @property
    def json(self) -> dict[str, Any]:
        """The whole JSON; a change to it changes what the attributes say."""
        if not self._json:
            self._json = json.loads(self._line)
        return self._json

    def nodes(self) -> Iterator[Node]:
        """Every node of the tree and of the appendices, in the order of the document."""
        # A list of what is still to come, instead of calls within calls: trees may be deep.
        rest = [node for appendix in reversed(self.appendices) for node in reversed(appendix.outline)]
        rest += reversed(self.outline)
        while rest:
            node = rest.pop()
            yield node
            rest += reversed(node.children)

    def tasks(self, roles: Iterable[Role] = rows.USUAL_ROLES) -> list[TaskRow]:
        """The entries, a row each, with the columns of the CSV; tasks and targets where no roles are named."""
        return list(rows.task_rows(self.json, roles))

    def targets(self, roles: Iterable[Role] = rows.USUAL_ROLES) -> list[TargetRow]:
        """The figures to be reached, a row each."""
        return list(rows.target_rows(self.json, roles))

    def facts(self) -> list[FactRow]:
        """The references, dates, quantities and names, a row each."""
        return list(rows.fact_rows(self.json))

    def to_arrow(self, table: TableName = "tasks") -> pyarrow.Table:
        """The rows of a table as an Arrow table, with the same schema for every document."""
        return tables.to_arrow([self], table)

    def to_pandas(self, table: TableName = "tasks") -> pandas.DataFrame:
        """The rows of a table as a DataFrame of Arrow types."""
        return tables.to_pandas([self], table)

    def __repr__(self) -> str:
        code, kind = self.metadata.code, self.metadata.type
        return f"Document({self.source.path!r}, type={kind!r}, code={code!r})"

    def __reduce__(self) -> tuple[type[Document], tuple[bytes]]:
        return Document, (self._line,)


def parsed(line: bytes) -> Document | ConversionError:
    """What a line of the worker says: a document, or why there is none.

    >>> parsed(b'{"source":{"path":"a.txt"},"error":{"code":"read.empty","message":"it is empty"}}')
    ConversionError('read.empty', 'it is empty', 'a.txt')
    """
    # A document begins with its schema version.
    if not line.startswith(b'{"source"'):
        return Document(line)
    answer = json.loads(line)
    return ConversionError(answer["error"]["code"], answer["error"]["message"], answer["source"]["path"])
