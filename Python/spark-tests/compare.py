"""Compares what Spark makes of an archive with what a single machine makes, or measures one worker against two.

usage: compare.py [--documents COUNT] [--measure] [--list COUNT]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from archive import make_archive
from cluster import Cluster
from pyspark.sql import DataFrame, SparkSession

from mucluc import ConversionError, Document, TableName, convert_all
from mucluc import spark as mucluc_spark
from mucluc.columns import columns
from mucluc.tables import table_rows

TABLES: tuple[TableName, ...] = get_args(TableName)

Row = tuple[Any, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--list", type=int, help="only measure how long it takes Spark to list that many files")
    options = parser.parse_args()
    if options.list is not None:
        return listing(options.list)
    with tempfile.TemporaryDirectory(prefix="mucluc-spark-") as place:
        archive = Path(place, "archive")
        paths = make_archive(archive, options.documents)
        (archive / "~$lock.docx").write_bytes(b"passed by")
        (archive / "picture.png").write_bytes(b"passed by")
        if options.measure:
            measure(archive, Path(place))
            return
        results = single_machine(archive, paths)
        bad = sum(isinstance(result, ConversionError) for result in results)
        print(f"{len(paths)} documents, {bad} of them bad", flush=True)
        compare(archive, results, Path(place))


def single_machine(archive: Path, paths: list[str]) -> list[Document | ConversionError]:
    with contextlib.chdir(archive) if hasattr(contextlib, "chdir") else _chdir(archive):
        return list(convert_all(paths))


@contextlib.contextmanager
def _chdir(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def compare(archive: Path, results: list[Document | ConversionError], place: Path) -> None:
    """Every table from Spark, while an executor is killed, equals the one of the single machine."""
    with Cluster(2, place) as cluster:
        spark = cluster.session()
        # Small partitions, so that there is a middle to kill an executor in.
        spark.conf.set("spark.sql.files.maxPartitionBytes", str(48 << 20))
        killing = threading.Thread(target=kill_in_the_middle, args=[cluster, spark], daemon=True)
        killing.start()
        mucluc_spark.documents(spark, str(archive)).write.parquet(str(place / "documents"))
        killing.join(1)
        assert not killing.is_alive(), "no executor was killed: the job was too short"
        documents = spark.read.parquet(str(place / "documents"))
        equal("documents", documents, results)
        assert mucluc_spark.unread(spark, str(archive), documents).count() == 0
        equal("tasks", mucluc_spark.tasks(spark, str(archive)), results)
        equal("tasks", mucluc_spark.tasks(spark, documents), results)
        equal("targets", mucluc_spark.targets(spark, documents), results)
        equal("facts", mucluc_spark.facts(spark, documents), results)
        missing(spark, place)
        spark.stop()


def equal(table: TableName, frame: DataFrame, results: list[Document | ConversionError]) -> None:
    names = [column.name for column in columns(table)]
    assert frame.columns == names
    found = sorted(_comparable(tuple(row)) for row in frame.collect())
    expected = sorted(_comparable(tuple(row[name] for name in names)) for result in results for row in table_rows(result, table))
    assert len(found) == len(expected), f"{table}: {len(found)} rows, not {len(expected)}"
    for row, other in zip(found, expected, strict=True):
        assert row == other, f"{table}:\n{row}\n{other}"
    print(f"{table}: {len(found)} rows are equal", flush=True)


def _comparable(row: Row) -> Row:
    """A row that can be sorted: null, and what has no order, as text."""
    return tuple(repr(cell) for cell in row)


def kill_in_the_middle(cluster: Cluster, spark: SparkSession) -> None:
    """Waits until a quarter of a job's tasks are done, and kills an executor."""
    tracker = spark.sparkContext.statusTracker()
    while True:
        time.sleep(0.02)
        for stage in tracker.getActiveStageIds():
            state = tracker.getStageInfo(stage)
            if state is not None and state.numTasks > 4 and state.numTasks / 4 <= state.numCompletedTasks < state.numTasks:
                process = cluster.kill_executor()
                print(f"killed executor {process}: {state.numCompletedTasks} of {state.numTasks} tasks done", flush=True)
                return


def missing(spark: SparkSession, place: Path) -> None:
    """A file that is gone when Spark comes to it fails no job, and is told."""
    folder = place / "gone"
    paths = make_archive(folder, 3)
    frame = mucluc_spark.documents(spark, str(folder))
    frame.schema  # The files are listed now.
    (folder / paths[1]).unlink()
    found = frame.localCheckpoint()
    assert sorted(row.path for row in found.select("path").collect()) == sorted(
        path.replace("%", "%25") for path in [paths[0], paths[2]]
    )
    print("a file that was gone failed no job", flush=True)


def listing(count: int) -> None:
    """How long the driver takes to list many small files, and in how many partitions it puts them."""
    with tempfile.TemporaryDirectory(prefix="mucluc-spark-") as place:
        for number in range(count):
            file = Path(place, f"{number // 1000:04d}", f"{number}.txt")
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(b"x")
        spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        began = time.monotonic()
        frame = mucluc_spark.documents(spark, place)
        seconds = time.monotonic() - began
        print(f"{count} files listed in {seconds:.1f} s, {frame.rdd.getNumPartitions()} partitions")
        spark.stop()


def measure(archive: Path, place: Path) -> None:
    """How long the tasks of the archive take with one worker and with two, median of three."""
    seconds = {}
    for workers in (1, 2):
        runs = []
        with Cluster(workers, place) as cluster:
            spark = cluster.session(**{"spark.cores.max": str(workers)})
            mucluc_spark.tasks(spark, str(archive)).count()  # Starts Python and the program.
            for _ in range(3):
                began = time.monotonic()
                mucluc_spark.tasks(spark, str(archive)).count()
                runs.append(time.monotonic() - began)
            spark.stop()
        seconds[workers] = statistics.median(runs)
        print(f"{workers} worker: {seconds[workers]:.1f} s, of {', '.join(f'{run:.1f}' for run in runs)}", flush=True)
    print(f"two workers are {seconds[1] / seconds[2]:.2f} times as fast as one")


main()
