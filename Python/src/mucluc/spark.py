"""The tables of an archive as Spark DataFrames.

Spark lists and reads the files (`binaryFile`), so that whatever file system it knows serves; a worker process in every
task slot converts them. A file that gives no document is a row of `documents` with its error, never a failed job.

    from mucluc import spark as mucluc_spark

    mucluc_spark.documents(spark, "hdfs:///archive").write.parquet("hdfs:///documents")
    documents = spark.read.parquet("hdfs:///documents")
    mucluc_spark.tasks(spark, documents).write.parquet("hdfs:///tasks")
    mucluc_spark.unread(spark, "hdfs:///archive", documents).show()
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mucluc.columns import TableName, columns
from mucluc.document import parsed
from mucluc.errors import ConversionError
from mucluc.program import Options
from mucluc.tables import arrow_schema, table_rows
from mucluc.worker import Worker, spelled

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

EXTENSIONS = ("docx", "docm", "dotx", "dotm", "txt", "doc", "dot", "rtf", "html", "htm", "mhtml", "mht", "odt")
"""The extensions of documents, those that the command takes in folders."""

SETTINGS = {
    # A file counts as so much more when files are put together to partitions of 128 MB (default: 4 MB, so that a
    # partition of small files would end after 32 of them, and starting tasks would take longer than working).
    "spark.sql.files.openCostInBytes": str(1 << 20),
    # How many files come to Python in one batch: with the default of 10000 they would all be in memory at once.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "32",
}
"""The settings that `documents` gives the session where they are still Spark's defaults."""

_DEFAULTS = {
    "spark.sql.files.openCostInBytes": {"4194304", "4194304b", "4MB"},
    "spark.sql.execution.arrow.maxRecordsPerBatch": {"10000"},
}

_MOST_BYTES = (1 << 31) - 1
"""The largest file that Spark reads (`spark.sql.sources.binaryFile.maxLength`)."""

_LISTED_AT_ONCE = 100_000
"""How many files the driver is told of at once."""

_ROWS_PER_BATCH = 1024
"""How many rows go back to Spark at once."""

_DDL = {"string": "string", "boolean": "boolean", "long": "bigint", "double": "double", "strings": "array<string>"}


def documents(
    spark: SparkSession,
    path: str | Sequence[str],
    *,
    encoding: str | None = None,
    libreoffice: str | None = None,
    time_limit: float | None = None,
    memory_limit: str | int | None = None,
) -> DataFrame:
    """A row for every document below the folders: metadata and JSON, or why it gave none.

    `path` in the rows is the path from the folder, where one is named, otherwise the whole path as Spark says it.
    A file that Spark itself cannot read has no row: `unread` names it. Files whose names begin with `_` or `.` Spark
    does not list.
    """
    options = Options(encoding, libreoffice, time_limit, memory_limit)
    return _converted(spark, path, "documents", options)


def unread(spark: SparkSession, path: str | Sequence[str], found: DataFrame) -> DataFrame:
    """A row with the error `read.failed` for every file that has none in `found`, which `documents` made.

    Such a file is gone, must not be read, or is larger than 2 GB.
    """
    listed = _files(spark, path, "path").mapInArrow(_not_read(_root(path)), ddl("documents"))
    return listed.join(found.select("path"), "path", "left_anti")


def tasks(spark: SparkSession, source: str | Sequence[str] | DataFrame) -> DataFrame:
    """The entries, a row each; `source` is a folder, or a DataFrame that `documents` made, perhaps long ago."""
    return _table(spark, source, "tasks")


def targets(spark: SparkSession, source: str | Sequence[str] | DataFrame) -> DataFrame:
    """The figures to be reached, a row each."""
    return _table(spark, source, "targets")


def facts(spark: SparkSession, source: str | Sequence[str] | DataFrame) -> DataFrame:
    """The references, dates, quantities and names, a row each."""
    return _table(spark, source, "facts")


def ddl(table: TableName) -> str:
    """The schema of a table as Spark writes it.

    >>> ddl("targets")[:40]
    '`path` string, `sha256` string, `node` s'
    """
    return ", ".join(f"`{column.name}` {_DDL[column.kind]}" for column in columns(table))


def _table(spark: SparkSession, source: str | Sequence[str] | DataFrame, table: TableName) -> DataFrame:
    if isinstance(source, (str, Sequence)):
        return _converted(spark, source, table, Options())
    return source.select("json").where("json IS NOT NULL").mapInArrow(_from_json(table), ddl(table))


def _converted(spark: SparkSession, path: str | Sequence[str], table: TableName, options: Options) -> DataFrame:
    for name, value in SETTINGS.items():
        if spark.conf.get(name) in _DEFAULTS[name]:
            spark.conf.set(name, value)
    files = _files(spark, path, "path", "content")
    return files.mapInArrow(_from_files(table, options, _root(path)), ddl(table))


def _files(spark: SparkSession, path: str | Sequence[str], *names: str) -> DataFrame:
    """The documents below the folders, as the command takes them: by their extensions, no lock files (`~$…`)."""
    found = (
        spark.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .option("ignoreCorruptFiles", "true")  # A file that cannot be read: see `unread`.
        .option("ignoreMissingFiles", "true")
        .load(path if isinstance(path, str) else list(path))
    )
    limit = f"length <= {_MOST_BYTES}" if "content" in names else "true"
    pattern = rf"(?i)(^|/)(?!~\\$|\\.~lock\\.)[^/]*\\.({'|'.join(EXTENSIONS)})$"
    files = found.where(limit).select(*names)
    if empty := _empty_files(found):
        files = files.union(_without_bytes(spark, empty).select(*names))
    return files.where(f"path rlike '{pattern}'")


def _without_bytes(spark: SparkSession, paths: list[str]) -> DataFrame:
    import pyarrow

    content = pyarrow.array([b""] * len(paths), pyarrow.binary())
    return spark.createDataFrame(pyarrow.table({"path": paths, "content": content}))


def _empty_files(found: DataFrame) -> list[str]:
    """The files without a byte, which Spark lists and then leaves out."""
    listed = found._jdf.queryExecution().analyzed().relation().location().allFiles()
    paths: list[str] = []
    for start in range(0, listed.size(), _LISTED_AT_ONCE):
        # FileStatus{path=file:/a/b.txt; isDirectory=false; length=0; …}: no path has a zero byte, whatever else is in it.
        for status in listed.slice(start, start + _LISTED_AT_ONCE).mkString("\0").split("\0"):
            before, _, others = status.rpartition("; isDirectory=")
            if others.startswith("false; length=0;"):
                paths.append(before.partition("path=")[2])
    return paths


Batches = Callable[[Iterable["pyarrow.RecordBatch"]], Iterator["pyarrow.RecordBatch"]]


def _from_files(table: TableName, options: Options, root: str | None) -> Batches:
    """What a task does with the files of its partition."""

    def convert(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        worker = _worker(options)

        def rows() -> Iterator[dict[str, Any]]:
            for batch in batches:
                for path, content in zip(batch.column(0), batch.column(1), strict=True):
                    name, called = os.path.basename(path.as_py()), _called(path.as_py(), root)
                    line = worker.line_of_bytes(content.as_py(), name, called)
                    yield from table_rows(parsed(line), table)

        yield from _batches(rows(), table)

    return convert


def _not_read(root: str | None) -> Batches:
    """The rows of files of which nothing is known but their paths."""

    def rows(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        paths = (_called(path.as_py(), root) for batch in batches for path in batch.column(0))
        errors = (ConversionError("read.failed", "Spark cannot read it", path) for path in paths)
        return _batches((row for error in errors for row in table_rows(error, "documents")), "documents")

    return rows


def _from_json(table: TableName) -> Batches:
    """What a task does with the rows of `documents`."""

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        found = (parsed(json.as_py().encode()) for batch in batches for json in batch.column(0))
        return _batches((row for result in found for row in table_rows(result, table)), table)

    return read


def _batches(rows: Iterator[dict[str, Any]], table: TableName) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow

    schema = arrow_schema(table)
    waiting: list[dict[str, Any]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _ROWS_PER_BATCH or len(row.get("json") or "") > 1 << 20:
            yield pyarrow.RecordBatch.from_pylist(waiting, schema=schema)
            waiting = []
    if waiting:
        yield pyarrow.RecordBatch.from_pylist(waiting, schema=schema)


def _root(path: str | Sequence[str]) -> str | None:
    """The one path that was named, without the scheme and the host that Spark adds."""
    paths = [path] if isinstance(path, str) else path
    return os.path.abspath(_plain(paths[0])) if len(paths) == 1 else None


def _plain(path: str) -> str:
    return re.sub(r"^[A-Za-z][\w+.-]*:(//[^/]*)?", "", path)


def _called(path: str, root: str | None) -> str:
    """What results call a file that Spark names: the path from the folder that was named, or the whole path.

    >>> _called("file:/data/archive/2023/q4.docx", "/data/archive"), _called("hdfs://host/a/100%.docx", None)
    ('2023/q4.docx', 'hdfs://host/a/100%25.docx')
    """
    plain = _plain(path)
    if root is not None and plain == root:
        path = os.path.basename(plain)
    elif root is not None and plain.startswith(root.rstrip("/") + "/"):
        path = plain[len(root.rstrip("/")) + 1 :]
    return spelled(path.encode("utf-8", "surrogateescape"))


_workers: dict[Options, Worker] = {}
"""The worker of this process of Spark's, which has one task slot; it is kept from task to task."""


def _worker(options: Options) -> Worker:
    if options not in _workers:
        for worker in _workers.values():
            worker.close()
        _workers.clear()
        _workers[options] = Worker(options)
    return _workers[options]


__all__ = ["SETTINGS", "ddl", "documents", "facts", "targets", "tasks", "unread"]
