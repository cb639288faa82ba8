"""The command `mucluc`: the program takes the place of this process."""

from __future__ import annotations

import os
import sys

from mucluc.program import program


def main() -> None:
    """Runs the program with the arguments of this process."""
    path = program()
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
