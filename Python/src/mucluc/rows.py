"""From the JSON of a document to the rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from mucluc.columns import DocumentRow, FactRow, Role, TargetRow, TaskRow

JSON: TypeAlias = dict[str, Any]

USUAL_ROLES: tuple[Role, ...] = ("task", "target")
"""The roles of the entries that the CSV holds, too, where nothing else is asked for."""


class Place(NamedTuple):
    """A block, and where it stands in the document."""

    block: JSON
    node: JSON | None
    appendix: str | None
    markers: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def node_id(self) -> str | None:
        """The id of the node, or the number of the appendix (`A1`) for what stands beside its outline."""
        return self.appendix if self.node is None else str(self.node["id"])


def document_row(document: JSON) -> DocumentRow:
    """The row of a document."""
    source, metadata, coverage = document["source"], document["metadata"], document["coverage"]
    signature = metadata["signature"] or {"authority": [], "title": None, "name": None}
    period = metadata["period"] or {"edtf": None, "start": None, "end": None}
    return {
        "path": source["path"],
        "sha256": source["sha256"],
        "name": source["name"],
        "format": source["format"],
        "via": source["via"],
        "byte_count": source["byteCount"],
        "encoding": source["encoding"],
        "paragraph_count": source["paragraphCount"],
        "superior": metadata["superior"],
        "issuer": metadata["issuer"],
        "motto": metadata["motto"],
        "number": metadata["number"],
        "symbol": metadata["symbol"],
        "code": metadata["code"],
        "type": metadata["type"],
        "type_code": metadata["typeCode"],
        "subject": metadata["subject"],
        "place": metadata["place"],
        "date": _date(metadata["date"]),
        "period": period["edtf"],
        "period_start": period["start"],
        "period_end": period["end"],
        "addressees": metadata["addressees"],
        "recipients": metadata["recipients"],
        "signature_authority": signature["authority"],
        "signature_title": signature["title"],
        "signature_name": signature["name"],
        "security": metadata["security"],
        "urgency": metadata["urgency"],
        "is_draft": metadata["isDraft"],
        "source_characters": coverage["sourceCharacters"],
        "placed_characters": coverage["placedCharacters"],
        "unread_characters": sum(unread["count"] for unread in coverage["unread"]),
        "warnings": [remark["code"] for remark in document["diagnostics"] if remark["severity"] != "note"],
        "schema_version": document["schemaVersion"],
        "generator_version": document["generator"]["version"],
        "json": None,
        "error_code": None,
        "error_message": None,
    }


def task_rows(document: JSON, roles: Iterable[Role] = USUAL_ROLES) -> Iterator[TaskRow]:
    """The rows of the entries that have one of the roles."""
    source, metadata = document["source"], document["metadata"]
    for place, task in _entries(document, roles):
        node, block = place.node or {"marker": None, "kind": None}, place.block
        facts = [block["facts"][index] for index in task["facts"]]
        yield {
            "path": source["path"],
            "sha256": source["sha256"],
            "issuer": metadata["issuer"],
            "type": metadata["type"],
            "code": metadata["code"],
            "date": _date(metadata["date"]),
            "subject": metadata["subject"],
            "document": source["name"],
            "node": place.node_id,
            "marker_path": " > ".join(place.markers),
            "section": " > ".join(place.titles + _section_of_row(task, place.titles)),
            "marker": node["marker"] and node["marker"]["text"],
            "kind": node["kind"],
            "role": task["role"],
            "task": task["id"],
            "text": task["text"],
            "continuing": task["continuing"],
            "lead": task["lead"],
            "lead_from": task["leadFrom"],
            "cooperating": task["cooperating"],
            "deadline": task["deadline"] and task["deadline"]["text"],
            "deadline_edtf": task["deadline"] and task["deadline"]["edtf"],
            "product": task["product"],
            "targets": [_target_text(target) for target in task["targets"]],
            "references": [_reference_text(fact) for fact in facts if fact["kind"] == "reference"],
            "quantities": [fact["text"] for fact in facts if fact["kind"] == "quantity"],
            "location": _location_text(block["location"]),
        }


def target_rows(document: JSON, roles: Iterable[Role] = USUAL_ROLES) -> Iterator[TargetRow]:
    """The rows of the figures to be reached, of entries that have one of the roles."""
    for place, task in _entries(document, roles):
        for target in task["targets"]:
            value, upper = _bounds(target["value"])
            yield {
                "path": document["source"]["path"],
                "sha256": document["source"]["sha256"],
                "node": place.node_id,
                "task": task["id"],
                "role": task["role"],
                "indicator": target["indicator"],
                "comparator": target["comparator"],
                "value": value,
                "upper": upper,
                "unit": target["unit"],
                "by": target["by"],
                "start": target["range"][0],
                "end": target["range"][1],
                "part": place.block["location"]["part"],
                "paragraph": place.block["location"]["paragraph"],
                "line": place.block["location"]["line"],
            }


def fact_rows(document: JSON) -> Iterator[FactRow]:
    """The rows of all facts: of titles, paragraphs, tables and notes."""
    for place in _places(document, with_titles=True):
        block = place.block
        for index, fact in enumerate(block["facts"]):
            value = fact["value"]
            is_name = fact["kind"] in {"organization", "place", "campaign"}
            amount = value.get("amount")
            yield {
                "path": document["source"]["path"],
                "sha256": document["source"]["sha256"],
                "node": place.node_id,
                "within": block["type"],
                "tasks": [task["id"] for task in block["tasks"] if index in task["facts"]],
                "kind": fact["kind"],
                "text": fact["text"],
                "start": fact["range"][0],
                "end": fact["range"][1],
                "type": value.get("type"),
                "type_code": value.get("typeCode"),
                "code": value.get("code"),
                "number": value.get("number"),
                "symbol": value.get("symbol"),
                "date": value.get("date"),
                "issuer": value.get("issuer"),
                "title": value.get("title"),
                "edtf": value.get("edtf"),
                "amount": None if isinstance(amount, str) or amount is None else float(amount),
                "amount_text": amount if isinstance(amount, str) else None,
                "unit": value.get("unit"),
                "name": value.get("name"),
                "name_kind": value.get("kind") if is_name else None,
                "part": block["location"]["part"],
                "paragraph": block["location"]["paragraph"],
                "line": block["location"]["line"],
            }


def _entries(document: JSON, roles: Iterable[Role]) -> Iterator[tuple[Place, JSON]]:
    wanted = set(roles)
    for place in _places(document):
        for task in place.block["tasks"]:
            if task["role"] in wanted:
                yield place, task


def _places(document: JSON, with_titles: bool = False) -> Iterator[Place]:
    """The blocks in the order of the document; with titles, each as a block of its own in front of its node's."""
    yield from _parts(document, None, (), with_titles)
    for number, appendix in enumerate(document["appendices"], 1):
        title = (" ".join(appendix["title"]),) if appendix["title"] else ()
        yield from _parts(appendix, f"A{number}", title, with_titles)
    for note in document["notes"]:
        for block in note["content"]:
            yield Place(block, None, None, (), ())


def _parts(part: JSON, appendix: str | None, titles: tuple[str, ...], with_titles: bool) -> Iterator[Place]:
    for block in part["preamble"]:
        yield Place(block, None, appendix, (), titles)
    # A list of what is still to come, instead of calls within calls: trees may be deep.
    no_markers: tuple[str, ...] = ()
    rest = [(node, no_markers, titles) for node in reversed(part["outline"])]
    while rest:
        node, markers, titles_above = rest.pop()
        below = markers + ((_marker_text(node["marker"]["text"]),) if node["marker"] else ())
        own = titles_above + ((node["title"],) if node["title"] is not None else ())
        if with_titles and node["facts"]:
            title = {"type": "title", "facts": node["facts"], "tasks": [], "location": node["location"]}
            yield Place(title, node, appendix, below, titles_above)
        for block in node["content"]:
            yield Place(block, node, appendix, below, own)
        rest += [(child, below, own) for child in reversed(node["children"])]
    for block in part["closing"]:
        yield Place(block, None, appendix, (), titles)


def _section_of_row(task: JSON, titles: tuple[str, ...]) -> tuple[str, ...]:
    """The section of rows that an entry of a table stands in, where no title says it already."""
    section = task["section"]
    if task["row"] is None or section is None or section in titles[-1:]:
        return ()
    return (section,)


def _marker_text(text: str) -> str:
    """A marker without the signs that close it; `(a)` keeps both of its own."""
    closing = "./: " if text.startswith("(") else "./: )"
    return text[0] + text[1:].rstrip(closing) if text else text


def _target_text(target: JSON) -> str:
    value = target["value"]
    amount = value if isinstance(value, str) else _number_text(value)
    bound = "" if target["comparator"] == "between" else target["comparator"]
    words = [target["indicator"], bound, amount, target["unit"], f"({target['by']})" if target["by"] else ""]
    return " ".join([words[0]] + [word for word in words[1:] if word])


def _number_text(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _bounds(value: float | str) -> tuple[float, float | None]:
    if not isinstance(value, str):
        return float(value), None
    lower, _, upper = value.partition("-")
    return float(lower), float(upper)


def _reference_text(fact: JSON) -> str:
    return str(fact["value"]["code"] or fact["value"]["title"] or fact["text"])


def _location_text(location: JSON) -> str:
    if location["part"] is not None and location["paragraph"] is not None:
        return f"{location['part']}#{location['paragraph']}"
    return "" if location["line"] is None else str(location["line"])


def _date(date: JSON | None) -> str | None:
    return None if date is None else date["edtf"] if date["edtf"] is not None else date["text"]
