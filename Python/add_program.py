"""A step of the build: puts the program into the wheel, which then is for this kind of machine alone."""

from __future__ import annotations

import os
import sysconfig
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AddProgram(BuildHookInterface):  # type: ignore[type-arg]
    """Takes the program from `MUCLUC_PROGRAM`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names the program and what the wheel is for."""
        if version == "editable":
            return
        machine = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{machine}"
        build_data["force_include"][os.environ["MUCLUC_PROGRAM"]] = "mucluc/bin/mucluc"
