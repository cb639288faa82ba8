"""A standalone Spark on the loopback, started and ended by the ids of its processes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType

import pyspark
from pyspark.sql import SparkSession

HOST = "127.0.0.1"

START = 60  # seconds


class Cluster:
    """A master and workers of one core each.

    Spark's `--cores 1` only counts tasks: the machine behind a worker, its Python and the program would take whatever core is
    free, and one worker would use two. Where the system can (Linux), all of them are bound to one core.
    """

    def __init__(self, workers: int, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.port, self.pages = _free_port(), _free_port()
        self.master = f"spark://{HOST}:{self.port}"
        self._start("master", "Master", "--host", HOST, "--port", str(self.port), "--webui-port", str(self.pages))
        for number in range(workers):
            worker = self._start(
                f"worker-{number}", "Worker", "--host", HOST, "--cores", "1", "--memory", "2g",
                "--webui-port", str(_free_port()), "--work-dir", str(folder / f"work-{number}"), self.master,
            )  # fmt: skip
            if sys.platform == "linux":
                cores = sorted(os.sched_getaffinity(0))
                os.sched_setaffinity(worker.pid, {cores[number % len(cores)]})
        self._wait_for_workers(workers)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def session(self, **settings: str) -> SparkSession:
        """A session whose executors have a core each."""
        os.environ["PYSPARK_PYTHON"] = sys.executable  # The executors' Python is this one.
        builder = SparkSession.builder.master(self.master).appName("mucluc")
        defaults = {
            "spark.driver.host": HOST,
            "spark.driver.bindAddress": HOST,
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.executor.cores": "1",
            "spark.executor.memory": "1g",
            "spark.sql.shuffle.partitions": "4",
            "spark.sql.warehouse.dir": str(self.folder / "warehouse"),
        }
        for name, value in (defaults | settings).items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session

    def executors(self) -> list[int]:
        """The ids of the executors' processes."""
        found = []
        for process in self.processes:
            for child in _children(process.pid):
                if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.append(child)
        return found

    def kill_executor(self) -> int:
        """Ends an executor as a machine that fails does, and returns its id."""
        process = self.executors()[0]
        os.kill(process, signal.SIGKILL)
        return process

    def _start(self, name: str, role: str, *arguments: str) -> subprocess.Popen[bytes]:
        home = Path(pyspark.__file__).parent
        command = [home / "bin/spark-class", f"org.apache.spark.deploy.{role.lower()}.{role}", *arguments]
        environment = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST, "SPARK_LOCAL_DIRS": str(self.folder)}
        with open(self.folder / f"{name}.log", "wb") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def _wait_for_workers(self, count: int) -> None:
        end = time.monotonic() + START
        while time.monotonic() < end:
            time.sleep(0.2)
            try:
                with urllib.request.urlopen(f"http://{HOST}:{self.pages}/json/", timeout=5) as answer:
                    if answer.read().count(b'"ALIVE"') > count:  # the master itself is one
                        return
            except OSError:
                continue
        raise TimeoutError(f"the workers are not there after {START} s: {self.folder} has the logs")


def _children(process: int) -> list[int]:
    try:
        lists = [file.read_text() for file in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return []
    return [int(number) for text in lists for number in text.split()]


def _free_port() -> int:
    with socket.socket() as server:
        server.bind((HOST, 0))
        return int(server.getsockname()[1])
