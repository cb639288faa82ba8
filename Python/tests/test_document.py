"""Documents, their classes and their rows."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pyarrow
import pytest
from conftest import PLAN, PROJECT, command

import mucluc
from mucluc import ConversionError, Document, Role, TableName, convert, to_arrow, to_pandas
from mucluc.columns import columns
from mucluc.record import Record
from mucluc.tables import table_rows

TABLES: tuple[TableName, ...] = get_args(TableName)


@pytest.fixture(scope="session")
def converted(documents: list[Path]) -> list[Document]:
    return [convert(path) for path in documents]


def test_the_classes_are_those_of_the_schema() -> None:
    subprocess.run([sys.executable, PROJECT / "Scripts/generate-python-model", "--check"], check=True)


def test_every_key_is_an_attribute(converted: list[Document]) -> None:
    classes: set[type[Record]] = set()

    def compare(value: Any, json: Any) -> None:
        if isinstance(value, Record):
            classes.add(type(value))
            assert value.json == json
            attributes = {key: name for key, name in zip(json, _attributes(type(value)), strict=True)}
            for key, name in attributes.items():
                compare(getattr(value, name), json[key])
        elif isinstance(value, (list, tuple)):
            assert len(value) == len(json)
            for item, json_item in zip(value, json):
                compare(item, json_item)
        else:
            assert value == json

    for document in converted:
        compare(document, document.json)
    expected = {"Programme", "Failure", "FailureSource", "FailureError"}
    assert {kind.__name__ for kind in _subclasses(Record)} - {kind.__name__ for kind in classes} <= expected | {"Point"}


def _attributes(kind: type[Record]) -> list[str]:
    """The attributes made from keys, in the order of the schema."""
    owner = mucluc.model.Programme if kind is Document else kind
    return [name for name, value in vars(owner).items() if isinstance(value, property)]


def _subclasses(kind: type[Record]) -> set[type[Record]]:
    return {below for own in kind.__subclasses__() for below in {own, *_subclasses(own)}}


def test_a_document_is_parsed_when_it_is_asked(plan: Path) -> None:
    document = Document(b"this is no JSON")
    assert document.line == b"this is no JSON"
    with pytest.raises(ValueError, match="Expecting value"):
        document.metadata.type
    assert convert(plan).metadata.type == "KẾ HOẠCH"


def test_nodes_come_in_the_order_of_the_document(converted: list[Document]) -> None:
    for document in converted:
        ids = [node.id for node in document.nodes()]
        assert len(ids) == len(set(ids))
        roots = list(document.outline) + [node for appendix in document.appendices for node in appendix.outline]
        assert [name for name in ids if name.removeprefix("A").count(".") == name.startswith("A")] == [node.id for node in roots]


def test_a_deep_tree_is_walked() -> None:
    node: dict[str, Any] = {"id": "1", "kind": "item", "marker": None, "title": None, "facts": [], "content": [], "children": [], "location": None}
    for _ in range(5000):
        node = node | {"children": [node]}
    document = Document(b"")
    document._json = {"outline": [node], "appendices": [], "preamble": [], "closing": [], "notes": [], "source": {}, "metadata": {}}
    assert sum(1 for _ in document.nodes()) == 5001
    assert document.tasks() == []


@pytest.mark.parametrize("roles", ["task,target", "all"])
def test_rows_are_those_of_the_csv(documents: list[Path], converted: list[Document], roles: str) -> None:
    wanted: tuple[Role, ...] = get_args(Role) if roles == "all" else ("task", "target")
    for path, document in zip(documents, converted):
        printed = command("convert", path.name, "--to", "csv", "--roles", roles, cwd=path.parent)
        expected = list(csv.DictReader(io.StringIO(printed.decode(), newline="")))
        found = [{name: _cell(value) for name, value in row.items()} for row in document.tasks(wanted)]
        assert [row | {"path": path.name} for row in found] == expected


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def test_ranges_of_facts_and_targets_cut_their_text(converted: list[Document]) -> None:
    facts = 0
    for document in converted:
        texts = {node.id: node.title for node in document.nodes()}
        for row in document.facts():
            facts += 1
            if row["within"] == "title":
                title = texts[str(row["node"])]
                assert title is not None and title[row["start"] : row["end"]] == row["text"]
    assert facts > 100


def test_every_fact_and_target_has_a_row(converted: list[Document]) -> None:
    def count(value: Any, key: str) -> int:
        if isinstance(value, Mapping):
            own = value.get(key, [])
            return sum(isinstance(item, dict) for item in own) + sum(count(item, key) for item in value.values())
        return sum(count(item, key) for item in value) if isinstance(value, list) else 0

    roles: tuple[Role, ...] = get_args(Role)
    for document in converted:
        assert len(document.facts()) == count(document.json, "facts")
        assert len(document.targets(roles)) == count(document.json, "targets")
    assert sum(len(document.targets(roles)) for document in converted) > 0


@pytest.mark.parametrize(("value", "bounds"), [(98, (98.0, None)), ("16-18", (16.0, 18.0)), ("1.5-2.25", (1.5, 2.25))])
def test_a_target_between_two_figures_has_both(value: object, bounds: tuple[float, float | None]) -> None:
    document = convert(PLAN.encode()).json
    task = document["outline"][0]["children"][0]["content"][0]["tasks"][0]
    target = {"indicator": "x", "comparator": "between", "value": value, "unit": "%", "by": None, "range": [0, 1]}
    task["targets"] = [target]
    row = next(mucluc.rows.target_rows(document))
    assert (row["value"], row["upper"]) == bounds


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_one_schema_whatever_is_in_it(converted: list[Document], table: TableName) -> None:
    failure = ConversionError("read.empty", "it is empty", "a.txt")
    none, one, all_of_them = to_arrow([], table), to_arrow([failure], table), to_arrow([*converted, failure], table)
    assert none.schema == one.schema == all_of_them.schema
    assert none.num_rows == 0 and one.num_rows == (table == "documents")
    frame = to_pandas([*converted, failure], table)
    assert list(frame.columns) == [column.name for column in columns(table)]
    assert len(frame) == all_of_them.num_rows
    assert pyarrow.Table.from_pandas(frame, preserve_index=False).schema.types == none.schema.types


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_columns_in_order(converted: list[Document], table: TableName) -> None:
    for document in converted:
        for row in table_rows(document, table):
            assert list(row) == [column.name for column in columns(table)]


def test_a_document_becomes_tables_by_itself(plan: Path) -> None:
    document = convert(plan)
    assert document.to_arrow("documents").column("json").to_pylist() == [document.line.decode().rstrip("\n")]
    assert document.to_pandas().loc[0, "lead"] == ["Sở Y tế"]
