"""What the classes of the output have in common."""

from __future__ import annotations

from typing import Any


class Record:
    """A piece of the output that reads its attributes from the JSON when they are asked for.

    >>> class Point(Record):
    ...     pass
    >>> point = Point({"x": 1})
    >>> point.json
    {'x': 1}
    >>> point == Point({"x": 1})
    True
    """

    __slots__ = ("_json",)

    def __init__(self, json: dict[str, Any]) -> None:
        self._json = json

    @property
    def json(self) -> dict[str, Any]:
        """The JSON itself; a change to it changes what the attributes say."""
        return self._json

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Record) and other.json == self.json

    __hash__ = None  # type: ignore[assignment]  # The JSON can change.

    def __repr__(self) -> str:
        plain = (f"{key}={value!r}" for key, value in self.json.items() if isinstance(value, (str, int)))
        return f"{type(self).__name__}({', '.join(plain)})"
