"""An archive of many documents, made from the project's fixtures."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent

BAD = [b"", b"\x00\x01\x02", b"PK\x03\x04 and nothing else", b"%PDF-1.7 is no document of Word"]


def make_archive(folder: Path, count: int) -> list[str]:
    """Makes that many files, one in twenty of them bad, and returns their paths from the folder, sorted by their bytes."""
    models = sorted([*PROJECT.glob("Fixtures/programmes/*/input.*"), *PROJECT.glob("Fixtures/binary/*.doc")])
    paths = []
    for number in range(count):
        model = models[number % len(models)]
        content = model.read_bytes()
        if number % 20 == 7:
            content = BAD[number // 20 % len(BAD)]
        elif model.suffix == ".txt":
            content += f"Văn bản thứ {number} trong kho lưu trữ.\n".encode()
        # Names as they come: Vietnamese, with blanks, percent signs and quotes.
        name = f"{number:05d} kế hoạch{'%' if number % 3 else ' “quý”'}{model.suffix}"
        file = folder / f"năm {2000 + number % 25}" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        paths.append(str(file.relative_to(folder)))
    return sorted(paths, key=os.fsencode)
