"""Rows of many documents as Arrow tables and DataFrames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mucluc import rows
from mucluc.columns import TableName, columns
from mucluc.errors import ConversionError

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from mucluc.document import Document


_ROWS: dict[TableName, Callable[[rows.JSON], Iterable[Mapping[str, Any]]]] = {
    "tasks": rows.task_rows,
    "targets": rows.target_rows,
    "facts": rows.fact_rows,
}


def table_rows(result: Document | ConversionError, table: TableName) -> Iterator[dict[str, Any]]:
    """The rows that a result has in a table; a file that gave no document has one in `documents`, with its error."""
    if isinstance(result, ConversionError):
        if table == "documents":
            row: dict[str, Any] = dict.fromkeys(column.name for column in columns(table))
            yield row | {"path": result.path, "error_code": result.code, "error_message": result.message}
    elif table == "documents":
        yield dict(rows.document_row(result.json)) | {"json": result.line.decode().rstrip("\n")}
    else:
        for other in _ROWS[table](result.json):
            yield dict(other)


def arrow_schema(table: TableName) -> pyarrow.Schema:
    """The schema of a table.

    >>> arrow_schema("targets").field("value").type
    DataType(double)
    """
    import pyarrow

    types = {
        "string": pyarrow.string(),
        "boolean": pyarrow.bool_(),
        "long": pyarrow.int64(),
        "double": pyarrow.float64(),
        "strings": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(column.name, types[column.kind]) for column in columns(table)])


def to_arrow(results: Iterable[Document | ConversionError], table: TableName = "tasks") -> pyarrow.Table:
    """The rows of many results as one Arrow table."""
    import pyarrow

    found = [row for result in results for row in table_rows(result, table)]
    return pyarrow.Table.from_pylist(found, schema=arrow_schema(table))


def to_pandas(results: Iterable[Document | ConversionError], table: TableName = "tasks") -> pandas.DataFrame:
    """The rows of many results as one DataFrame; its types are Arrow's, so that they are fixed and null is null."""
    import pandas

    return to_arrow(results, table).to_pandas(types_mapper=pandas.ArrowDtype)
