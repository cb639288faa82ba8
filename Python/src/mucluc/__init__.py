"""Vietnamese programme documents as task trees.

>>> import mucluc
>>> text = "KẾ HOẠCH\\nI. NHIỆM VỤ\\n1. Sở Y tế mở 02 lớp bồi dưỡng trước ngày 15/5/2024.\\n"
>>> document = mucluc.convert(text.encode(), name="plan.txt")
>>> [(task["lead"], task["deadline_edtf"]) for task in document.tasks()]
[(['Sở Y tế'], '2024-05-15')]
"""

from mucluc.columns import DocumentRow, FactRow, Role, TableName, TargetRow, TaskRow
from mucluc.conversion import convert, convert_all
from mucluc.document import Document
from mucluc.errors import ConversionError, MucLucError, ProgramError
from mucluc.tables import arrow_schema, to_arrow, to_pandas

__all__ = [
    "ConversionError",
    "Document",
    "DocumentRow",
    "FactRow",
    "MucLucError",
    "ProgramError",
    "Role",
    "TableName",
    "TargetRow",
    "TaskRow",
    "arrow_schema",
    "convert",
    "convert_all",
    "to_arrow",
    "to_pandas",
]
