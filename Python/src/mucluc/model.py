"""The classes of the output. Made from Schemas/document-2.schema.json by Scripts/generate-python-model: do not edit.

A class stands for an object of the JSON, an attribute for a key; `typeCode` is `type_code` here.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, cast

from mucluc.record import Record


class Generator(Record):
    """The program that made the output."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The program's name."""
        return cast("str", self.json["name"])

    @property
    def version(self) -> str:
        """The program's version, semantic."""
        return cast("str", self.json["version"])


class Source(Record):
    """The file that the document was read from."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The file's name without its folder, as given on the command line."""
        return cast("str", self.json["name"])

    @property
    def path(self) -> str:
        """Where the file was found: the path from the folder that was walked, or the path as it
        was given; the name alone where one file was given.

        Folders are divided by /; a % and bytes that are not UTF-8 are written %XX; standard
        input is -.
        """
        return cast("str", self.json["path"])

    @property
    def format(self) -> Literal["docx", "doc", "rtf", "html", "txt"]:
        """The file format: docx for every Office Open XML document (also .docm, .dotx), doc for
        Word 97-2003, rtf, html, txt for plain text.
        """
        return cast('Literal["docx", "doc", "rtf", "html", "txt"]', self.json["format"])

    @property
    def via(self) -> str | None:
        """The program that converted the file first, such as an old .doc.

        Null where the file was read directly.
        """
        return cast("str | None", self.json["via"])

    @property
    def byte_count(self) -> int:
        """The file's size in bytes."""
        return cast("int", self.json["byteCount"])

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the file's bytes, in 64 lower-case hexadecimal digits."""
        return cast("str", self.json["sha256"])

    @property
    def encoding(self) -> str | None:
        """The encoding that was detected for a text file.

        Null where the file is a Word document.
        """
        return cast("str | None", self.json["encoding"])

    @property
    def paragraph_count(self) -> int:
        """How many paragraphs the file holds: w:p elements of the main part, or lines that are not
        blank.
        """
        return cast("int", self.json["paragraphCount"])


class Date(Record):
    """The date of the document as written and as a machine reads it."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The words of the date, with their blanks."""
        return cast("str", self.json["text"])

    @property
    def edtf(self) -> str | None:
        """The date in EDTF (ISO 8601-2) as far as it is written; a blank day or month is left out.

        Null where everything is blank.
        """
        return cast("str | None", self.json["edtf"])


class Period(Record):
    """The time that a programme plans or a report covers, from the document's title."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The words of the period."""
        return cast("str", self.json["text"])

    @property
    def edtf(self) -> str:
        """The period in EDTF (ISO 8601-2): quarters are 33 to 36 in the place of the month, half
        years 40 and 41.
        """
        return cast("str", self.json["edtf"])

    @property
    def start(self) -> str | None:
        """The first day of the period, YYYY-MM-DD.

        Null where the year is not given.
        """
        return cast("str | None", self.json["start"])

    @property
    def end(self) -> str | None:
        """The last day of the period, YYYY-MM-DD.

        Null where the year is not given.
        """
        return cast("str | None", self.json["end"])


class Signature(Record):
    """Who signed, and for whom."""

    __slots__ = ()

    @property
    def authority(self) -> list[str]:
        """The lines of authority (thẩm quyền ký) in their order; empty where somebody signs for
        themselves.
        """
        return cast("list[str]", self.json["authority"])

    @property
    def title(self) -> str | None:
        """The position (chức vụ) of the signatory.

        Null where none is printed.
        """
        return cast("str | None", self.json["title"])

    @property
    def name(self) -> str | None:
        """The name of the signatory.

        Null where none is printed.
        """
        return cast("str | None", self.json["name"])


class Metadata(Record):
    """What letterhead, title and signature say about the document."""

    __slots__ = ()

    @property
    def superior(self) -> str | None:
        """The body above the issuer (cơ quan cấp trên).

        Null where the letterhead names none.
        """
        return cast("str | None", self.json["superior"])

    @property
    def issuer(self) -> str | None:
        """The body that issued the document (cơ quan ban hành); the lines of one name are joined
        by one space.

        Null where the document names none.
        """
        return cast("str | None", self.json["issuer"])

    @property
    def motto(self) -> str | None:
        """The heading of the Party, or quốc hiệu and tiêu ngữ of the State joined by one space.

        Null where the document has none.
        """
        return cast("str | None", self.json["motto"])

    @property
    def number(self) -> str | None:
        """The number of the document (số), as written.

        Null where the document has none or leaves it blank.
        """
        return cast("str | None", self.json["number"])

    @property
    def symbol(self) -> str | None:
        """The symbol of the document (ký hiệu).

        Null where the document has none.
        """
        return cast("str | None", self.json["symbol"])

    @property
    def code(self) -> str | None:
        """Number and symbol together, as written.

        Null where the number or the symbol is missing.
        """
        return cast("str | None", self.json["code"])

    @property
    def type(self) -> str | None:
        """The type word (tên loại) as written.

        Null where the document prints none, as a công văn does.
        """
        return cast("str | None", self.json["type"])

    @property
    def type_code(self) -> str | None:
        """The code of the type word on the side of the issuer, whatever the symbol says.

        Null where the type word has no code or there is none.
        """
        return cast("str | None", self.json["typeCode"])

    @property
    def subject(self) -> str | None:
        """The subject (trích yếu): the title's lines joined by one space, or the V/v line of a
        công văn.

        Null where the document has none.
        """
        return cast("str | None", self.json["subject"])

    @property
    def place(self) -> str | None:
        """The place of issue (địa danh).

        Null where the document names none.
        """
        return cast("str | None", self.json["place"])

    @property
    def date(self) -> Date | None:
        """The date of the document.

        Null where the document prints no date line.
        """
        return None if self.json["date"] is None else Date(self.json["date"])

    @property
    def period(self) -> Period | None:
        """The time that the document plans or reports.

        Null where its title names none.
        """
        return None if self.json["period"] is None else Period(self.json["period"])

    @property
    def addressees(self) -> list[str]:
        """The bodies that the document is addressed to (Kính gửi), without dash and closing sign."""
        return cast("list[str]", self.json["addressees"])

    @property
    def recipients(self) -> list[str]:
        """The bodies that receive a copy (Nơi nhận), without dash and closing ; or ."""
        return cast("list[str]", self.json["recipients"])

    @property
    def signature(self) -> Signature | None:
        """Who signed.

        Null where nobody did.
        """
        return None if self.json["signature"] is None else Signature(self.json["signature"])

    @property
    def security(self) -> str | None:
        """The mark of security (độ mật) as written.

        Null where the document carries none.
        """
        return cast("str | None", self.json["security"])

    @property
    def urgency(self) -> str | None:
        """The mark of urgency (độ khẩn) as written.

        Null where the document carries none.
        """
        return cast("str | None", self.json["urgency"])

    @property
    def is_draft(self) -> bool:
        """Whether the document calls itself a draft (dự thảo)."""
        return cast("bool", self.json["isDraft"])


class Line(Record):
    """A line that is neither content nor title of a node, with the role it plays on the page."""

    __slots__ = ()

    @property
    def role(self) -> Literal["superior", "issuer", "motto", "number", "placedate", "type", "title", "addressees", "recipients", "signature", "mark", "rule", "header", "footer", "page"]:
        """The role of the line: parts of the letterhead (superior, issuer, motto, number,
        placedate), type and title of the document, addressees, recipients, signature, mark
        (security, urgency, draft), rule (a line that only divides), header, footer and page
        number.
        """
        return cast('Literal["superior", "issuer", "motto", "number", "placedate", "type", "title", "addressees", "recipients", "signature", "mark", "rule", "header", "footer", "page"]', self.json["role"])

    @property
    def text(self) -> str:
        """The line as written, white space at its ends removed."""
        return cast("str", self.json["text"])

    @property
    def location(self) -> Location:
        """Where something stands in the source: a paragraph of a part of a Word document, or a
        line of a text file.
        """
        return Location(self.json["location"])


class Location(Record):
    """Where something stands in the source: a paragraph of a part of a Word document, or a line of
    a text file.
    """

    __slots__ = ()

    @property
    def part(self) -> str | None:
        """The part of the Word package.

        Null where the source is a text file.
        """
        return cast("str | None", self.json["part"])

    @property
    def paragraph(self) -> int | None:
        """The paragraph's number, counting every w:p of the part from 1.

        Null where the source is a text file.
        """
        return cast("int | None", self.json["paragraph"])

    @property
    def line(self) -> int | None:
        """The line's number in the text file, counting from 1.

        Null where the source is a Word document.
        """
        return cast("int | None", self.json["line"])


class Marker(Record):
    """The mark that opens a node."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """What a reader of the printed page sees."""
        return cast("str", self.json["text"])

    @property
    def style(self) -> Literal["roman", "alpha", "decimal", "compound", "letter", "parenthesis", "dash", "plus", "star", "dot", "article", "part", "chapter", "section", "subsection", "appendix", "other"]:
        """The family of the marker: roman I., alpha A., decimal 1., compound 1.1., letter a),
        parenthesis (1), dash -, plus +, star *, dot •, article Điều 1., part Phần I, chapter
        Chương I, section Mục 1, subsection Tiểu mục 1, appendix Phụ lục I, other such as Bước
        1:.
        """
        return cast('Literal["roman", "alpha", "decimal", "compound", "letter", "parenthesis", "dash", "plus", "star", "dot", "article", "part", "chapter", "section", "subsection", "appendix", "other"]', self.json["style"])

    @property
    def ordinal(self) -> int:
        """The number of the marker; for a dash and its like, its place among its siblings,
        counting from 1.
        """
        return cast("int", self.json["ordinal"])

    @property
    def origin(self) -> Literal["typed", "automatic"]:
        """Whether the marker's characters stand in the text (typed) or Word prints them
        (automatic).
        """
        return cast('Literal["typed", "automatic"]', self.json["origin"])


class Node(Record):
    """A node of the task tree: a heading, an item or a run-in heading with its text."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The path of places among siblings, counting from 1, joined by dots; in appendix n it
        begins with A<n>.

        It is the same from run to run.
        """
        return cast("str", self.json["id"])

    @property
    def kind(self) -> Literal["heading", "item", "runin"]:
        """heading names a topic; item is a sentence or paragraph of content (title null); runin
        names a topic and goes on in the same paragraph.
        """
        return cast('Literal["heading", "item", "runin"]', self.json["kind"])

    @property
    def marker(self) -> Marker | None:
        """The mark that opens the node.

        Null where a heading has none.
        """
        return None if self.json["marker"] is None else Marker(self.json["marker"])

    @property
    def title(self) -> str | None:
        """The topic: of a heading as written, of a runin without its colon.

        Null where the node is an item or its marker stands alone.
        """
        return cast("str | None", self.json["title"])

    @property
    def facts(self) -> list[Fact]:
        """The facts of the title; ranges count in the title."""
        return [_fact(item) for item in self.json["facts"]]

    @property
    def content(self) -> list[Block]:
        """The text that stands between the title and the first node below, in the order of the
        source.
        """
        return [_block(item) for item in self.json["content"]]

    @property
    def children(self) -> list[Node]:
        """The nodes below."""
        return [Node(item) for item in self.json["children"]]

    @property
    def location(self) -> Location:
        """Where the marker stands."""
        return Location(self.json["location"])


class Paragraph(Record):
    """A paragraph of text with what it says."""

    __slots__ = ()

    @property
    def type(self) -> Literal["paragraph"]:
        """Tells a paragraph from a table."""
        return cast('Literal["paragraph"]', self.json["type"])

    @property
    def text(self) -> str:
        """The text without its marker, in NFC; line breaks inside are \n."""
        return cast("str", self.json["text"])

    @property
    def location(self) -> Location:
        """Where something stands in the source: a paragraph of a part of a Word document, or a
        line of a text file.
        """
        return Location(self.json["location"])

    @property
    def notes(self) -> list[ParagraphNote]:
        """The notes that the text refers to, in its order."""
        return [ParagraphNote(item) for item in self.json["notes"]]

    @property
    def facts(self) -> list[Fact]:
        """The facts in the order of the text; ranges count in text."""
        return [_fact(item) for item in self.json["facts"]]

    @property
    def tasks(self) -> list[Task]:
        """What somebody is to do, a task a sentence; only in leaf nodes."""
        return [Task(item) for item in self.json["tasks"]]


class ParagraphNote(Record):
    """A place that refers to a note."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The id of the note."""
        return cast("str", self.json["id"])

    @property
    def at(self) -> int:
        """The place in the text, in Unicode code points from 0."""
        return cast("int", self.json["at"])


class Table(Record):
    """A table, its cells as text.

    Its plain text, in which ranges count, is header and rows, cells joined by a tab, rows by a
    line break; an empty header is left out.
    """

    __slots__ = ()

    @property
    def type(self) -> Literal["table"]:
        """Tells a table from a paragraph."""
        return cast('Literal["table"]', self.json["type"])

    @property
    def caption(self) -> str | None:
        """The line above the table that names it.

        Null where there is none.
        """
        return cast("str | None", self.json["caption"])

    @property
    def header(self) -> list[str]:
        """The cells of the header row; empty where the table has none."""
        return cast("list[str]", self.json["header"])

    @property
    def rows(self) -> list[list[str]]:
        """The other rows, each a list of cells; paragraphs of a cell and rows of a nested table
        are joined by \n.
        """
        return cast("list[list[str]]", self.json["rows"])

    @property
    def location(self) -> Location:
        """Where its first paragraph stands."""
        return Location(self.json["location"])

    @property
    def facts(self) -> list[Fact]:
        """The facts of header and rows; ranges count in the plain text of the table."""
        return [_fact(item) for item in self.json["facts"]]

    @property
    def tasks(self) -> list[Task]:
        """The entries of a table of tasks or of targets, one a row; empty for other tables."""
        return [Task(item) for item in self.json["tasks"]]


class Task(Record):
    """An entry: a sentence of a leaf node's paragraph, or a row of a table of tasks (nhiệm vụ) or
    of targets (chỉ tiêu).

    Its role says what it is.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """The node's id and the entry's place in the node, counting from 1."""
        return cast("str", self.json["id"])

    @property
    def text(self) -> str:
        """The sentence, or the task cell of the row."""
        return cast("str", self.json["text"])

    @property
    def range(self) -> tuple[int, int] | None:
        """Where the sentence stands in the paragraph's text.

        Null where the task is a row of a table.
        """
        return None if self.json["range"] is None else (self.json["range"][0], self.json["range"][1])

    @property
    def role(self) -> Literal["task", "target", "result", "statement"]:
        """What the entry is: task, an action that somebody is to carry out; target, a state to be
        reached; result, what has been done or how things stand; statement, a purpose, reason,
        definition, scope or enumeration.

        The nearest title, the sentence and its tense decide.
        """
        return cast('Literal["task", "target", "result", "statement"]', self.json["role"])

    @property
    def section(self) -> str | None:
        """The title of the section of rows that the row stands in, else the nearest title above.

        Null where there is neither.
        """
        return cast("str | None", self.json["section"])

    @property
    def row(self) -> int | None:
        """The row of the table, counting from 1 behind the header.

        Null where the entry is a sentence.
        """
        return cast("int | None", self.json["row"])

    @property
    def number(self) -> str | None:
        """The number in the first column of the row.

        Null where it has none, and for a sentence.
        """
        return cast("str | None", self.json["number"])

    @property
    def continuing(self) -> bool:
        """Whether the entry goes on with what was begun (Tiếp tục …, Duy trì …)."""
        return cast("bool", self.json["continuing"])

    @property
    def lead(self) -> list[str]:
        """The bodies that are to act (chủ trì): those that the sentence, the column of the table
        or a field line names, otherwise those that the nearest heading names.

        A row whose cell continues the one above has its value.
        """
        return cast("list[str]", self.json["lead"])

    @property
    def lead_from(self) -> Literal["sentence", "table", "fields", "heading", None]:
        """Where the bodies of lead are named: in the sentence (or the one before it), in a column
        of the table, in a field line below the entry (Đơn vị chủ trì: …), or in the heading,
        run-in title or introduction above.

        Null where there are none.
        """
        return cast('Literal["sentence", "table", "fields", "heading", None]', self.json["leadFrom"])

    @property
    def cooperating(self) -> list[str]:
        """The bodies that cooperate (phối hợp)."""
        return cast("list[str]", self.json["cooperating"])

    @property
    def deadline(self) -> Deadline | None:
        """When the task is due.

        Null where the text does not say.
        """
        return None if self.json["deadline"] is None else Deadline(self.json["deadline"])

    @property
    def product(self) -> str | None:
        """What the task is to produce (sản phẩm).

        Null where the text does not say.
        """
        return cast("str | None", self.json["product"])

    @property
    def targets(self) -> list[Target]:
        """The figures to be reached, in the order of the text; of tasks and targets."""
        return [Target(item) for item in self.json["targets"]]

    @property
    def facts(self) -> list[int]:
        """The facts of the paragraph or table that stand in the entry, by their places in its
        list, counting from 0.
        """
        return cast("list[int]", self.json["facts"])


class Target(Record):
    """A figure to be reached (chỉ tiêu)."""

    __slots__ = ()

    @property
    def indicator(self) -> str:
        """What is measured, with the state that is reached, without the figure."""
        return cast("str", self.json["indicator"])

    @property
    def comparator(self) -> Literal[">=", "<=", ">", "<", "=", "between"]:
        """How the value bounds it: >= for ít nhất, tối thiểu, từ … trở lên; <= for không quá, tối
        đa, trong nhóm n dẫn đầu; > for trên, hơn, vượt; < for dưới; between for a range; =
        otherwise.
        """
        return cast('Literal[">=", "<=", ">", "<", "=", "between"]', self.json["comparator"])

    @property
    def value(self) -> float | str:
        """The figure: a number, or a range in the form 16-18."""
        return cast("float | str", self.json["value"])

    @property
    def unit(self) -> str:
        """The unit as written; empty where the text gives none."""
        return cast("str", self.json["unit"])

    @property
    def by(self) -> str | None:
        """The time by which it is to be reached, in EDTF: that of the sentence, otherwise of its
        title; in a table that of the nearest section row.

        Null where there is none.
        """
        return cast("str | None", self.json["by"])

    @property
    def range(self) -> tuple[int, int]:
        """Where figure and unit stand, in the text that the facts of the entry count in: the
        paragraph's, or the table's.
        """
        return (self.json["range"][0], self.json["range"][1])


class Deadline(Record):
    """When a task is due (thời hạn)."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The words."""
        return cast("str", self.json["text"])

    @property
    def edtf(self) -> str | None:
        """The date in EDTF (ISO 8601-2); a missing year is XXXX.

        Null where the time recurs or depends on something else.
        """
        return cast("str | None", self.json["edtf"])


class ReferenceFact(Record):
    """A document that is cited (văn bản viện dẫn)."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["reference"]:
        """The kind of the fact."""
        return cast('Literal["reference"]', self.json["kind"])

    @property
    def text(self) -> str:
        """The words as they stand in the text, equal to the slice that range names."""
        return cast("str", self.json["text"])

    @property
    def range(self) -> tuple[int, int]:
        """A slice of a text: first code point and the one after the last, counted in Unicode code
        points from 0.
        """
        return (self.json["range"][0], self.json["range"][1])

    @property
    def value(self) -> ReferenceFactValue:
        """The parts of the citation."""
        return ReferenceFactValue(self.json["value"])


class ReferenceFactValue(Record):
    """The parts of the citation."""

    __slots__ = ()

    @property
    def type(self) -> str:
        """The type word as written."""
        return cast("str", self.json["type"])

    @property
    def type_code(self) -> str | None:
        """The code of the type word.

        Null where the type word has none.
        """
        return cast("str | None", self.json["typeCode"])

    @property
    def code(self) -> str | None:
        """Number and symbol as cited.

        Null where the document is cited without number.
        """
        return cast("str | None", self.json["code"])

    @property
    def number(self) -> str | None:
        """The number.

        Null where the document is cited without number.
        """
        return cast("str | None", self.json["number"])

    @property
    def symbol(self) -> str | None:
        """The symbol.

        Null where the document is cited without symbol.
        """
        return cast("str | None", self.json["symbol"])

    @property
    def date(self) -> str | None:
        """The date of the document in EDTF (ISO 8601-2).

        Null where it is not cited.
        """
        return cast("str | None", self.json["date"])

    @property
    def issuer(self) -> str | None:
        """The body that issued it, as cited.

        Null where it is not cited.
        """
        return cast("str | None", self.json["issuer"])

    @property
    def title(self) -> str | None:
        """The name with the type word of a document that is cited without number.

        Null where the document is cited by its number.
        """
        return cast("str | None", self.json["title"])


class DateFact(Record):
    """A date or period."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["date"]:
        """The kind of the fact."""
        return cast('Literal["date"]', self.json["kind"])

    @property
    def text(self) -> str:
        """The words as they stand in the text, equal to the slice that range names."""
        return cast("str", self.json["text"])

    @property
    def range(self) -> tuple[int, int]:
        """A slice of a text: first code point and the one after the last, counted in Unicode code
        points from 0.
        """
        return (self.json["range"][0], self.json["range"][1])

    @property
    def value(self) -> DateFactValue:
        """The date."""
        return DateFactValue(self.json["value"])


class DateFactValue(Record):
    """The date."""

    __slots__ = ()

    @property
    def edtf(self) -> str:
        """The date in EDTF (ISO 8601-2): quarters are 33 to 36 in the place of the month, half
        years 40 and 41, an interval is start/end, a missing year is XXXX.
        """
        return cast("str", self.json["edtf"])


class QuantityFact(Record):
    """An amount with its unit."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["quantity"]:
        """The kind of the fact."""
        return cast('Literal["quantity"]', self.json["kind"])

    @property
    def text(self) -> str:
        """The words as they stand in the text, equal to the slice that range names."""
        return cast("str", self.json["text"])

    @property
    def range(self) -> tuple[int, int]:
        """A slice of a text: first code point and the one after the last, counted in Unicode code
        points from 0.
        """
        return (self.json["range"][0], self.json["range"][1])

    @property
    def value(self) -> QuantityFactValue:
        """Amount and unit."""
        return QuantityFactValue(self.json["value"])


class QuantityFactValue(Record):
    """Amount and unit."""

    __slots__ = ()

    @property
    def amount(self) -> float | str:
        """The number; a range or a ratio is a string."""
        return cast("float | str", self.json["amount"])

    @property
    def unit(self) -> str:
        """The unit as written: the classifier with the noun it needs, or the bare noun."""
        return cast("str", self.json["unit"])


class NameFact(Record):
    """A name: of a body, a place, or a campaign."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["organization", "place", "campaign"]:
        """The kind of the fact: a body (cơ quan, tổ chức), a place (địa danh), or a campaign or
        movement (phong trào, cuộc vận động).
        """
        return cast('Literal["organization", "place", "campaign"]', self.json["kind"])

    @property
    def text(self) -> str:
        """The words as they stand in the text, equal to the slice that range names."""
        return cast("str", self.json["text"])

    @property
    def range(self) -> tuple[int, int]:
        """A slice of a text: first code point and the one after the last, counted in Unicode code
        points from 0.
        """
        return (self.json["range"][0], self.json["range"][1])

    @property
    def value(self) -> NameFactValue:
        """The name and what it names."""
        return NameFactValue(self.json["value"])


class NameFactValue(Record):
    """The name and what it names."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name."""
        return cast("str", self.json["name"])

    @property
    def kind(self) -> str:
        """The kind of thing it names, in Vietnamese."""
        return cast("str", self.json["kind"])


class Appendix(Record):
    """An appendix (phụ lục), or a document attached to another one."""

    __slots__ = ()

    @property
    def title(self) -> list[str]:
        """The lines of its title as written."""
        return cast("list[str]", self.json["title"])

    @property
    def lines(self) -> list[Line]:
        """Its other lines that are neither content nor title of a node."""
        return [Line(item) for item in self.json["lines"]]

    @property
    def signature(self) -> Signature | None:
        """Who signed the appendix.

        Null where nobody did.
        """
        return None if self.json["signature"] is None else Signature(self.json["signature"])

    @property
    def preamble(self) -> list[Block]:
        """What stands between its title and its outline."""
        return [_block(item) for item in self.json["preamble"]]

    @property
    def outline(self) -> list[Node]:
        """Its nodes of the highest level."""
        return [Node(item) for item in self.json["outline"]]

    @property
    def closing(self) -> list[Block]:
        """Its final paragraphs that speak for the whole of it."""
        return [_block(item) for item in self.json["closing"]]


class Note(Record):
    """A footnote or an endnote."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """The name by which paragraphs refer to it: 1, 2 … for footnotes, e1, e2 … for endnotes."""
        return cast("str", self.json["id"])

    @property
    def kind(self) -> Literal["footnote", "endnote"]:
        """Where it is printed."""
        return cast('Literal["footnote", "endnote"]', self.json["kind"])

    @property
    def content(self) -> list[Block]:
        """What it says."""
        return [_block(item) for item in self.json["content"]]


class RuleCount(Record):
    """How often a rule of normalising was applied."""

    __slots__ = ()

    @property
    def rule(self) -> str:
        """The rule."""
        return cast("str", self.json["rule"])

    @property
    def count(self) -> int:
        """How many places it changed."""
        return cast("int", self.json["count"])


class Coverage(Record):
    """The account of every character.

    Characters are Unicode code points that are not white space, after normalisation, without
    automatic labels; placedCharacters and the counts of unread add up to sourceCharacters.
    """

    __slots__ = ()

    @property
    def source_characters(self) -> int:
        """How many characters the source holds, counted by the reader."""
        return cast("int", self.json["sourceCharacters"])

    @property
    def placed_characters(self) -> int:
        """How many characters stand in the output, counted by walking it."""
        return cast("int", self.json["placedCharacters"])

    @property
    def unread(self) -> list[CoverageUnread]:
        """What stands in the source and not in the output: comments, hidden text, headers repeated
        from section to section.
        """
        return [CoverageUnread(item) for item in self.json["unread"]]


class CoverageUnread(Record):
    """Characters of one element of one part."""

    __slots__ = ()

    @property
    def part(self) -> str:
        """The part of the package."""
        return cast("str", self.json["part"])

    @property
    def element(self) -> str:
        """The element that holds them."""
        return cast("str", self.json["element"])

    @property
    def count(self) -> int:
        """How many characters."""
        return cast("int", self.json["count"])


class Diagnostic(Record):
    """Something that was noticed and people should know: a doubt, never a failure."""

    __slots__ = ()

    @property
    def severity(self) -> Literal["note", "warning", "error"]:
        """How much it matters: a note is worth knowing, a warning is a decision that a person
        should look at, an error is a fault of the source.
        """
        return cast('Literal["note", "warning", "error"]', self.json["severity"])

    @property
    def code(self) -> str:
        """The stable name, stage.thing-noticed."""
        return cast("str", self.json["code"])

    @property
    def message(self) -> str:
        """One English sentence that names the thing and, where there is one, the remedy."""
        return cast("str", self.json["message"])

    @property
    def location(self) -> Location | None:
        """The place it is about.

        Null where it is about the whole document.
        """
        return None if self.json["location"] is None else Location(self.json["location"])


class Failure(Record):
    """A line of the worker (convert --files-from … --to jsonl) for a path that gave no document.

    It stands in place of the document, so that every path has one line, in order.
    """

    __slots__ = ()

    @property
    def source(self) -> FailureSource:
        """The file that failed."""
        return FailureSource(self.json["source"])

    @property
    def error(self) -> FailureError:
        """Why it failed."""
        return FailureError(self.json["error"])


class FailureSource(Record):
    """The file that failed."""

    __slots__ = ()

    @property
    def path(self) -> str:
        """The path as it was given; a % and bytes that are not UTF-8 are written %XX."""
        return cast("str", self.json["path"])


class FailureError(Record):
    """Why it failed."""

    __slots__ = ()

    @property
    def code(self) -> str:
        """The stable name of the failure."""
        return cast("str", self.json["code"])

    @property
    def message(self) -> str:
        """The same in words."""
        return cast("str", self.json["message"])


class Programme(Record):
    """One document (chương trình, kế hoạch, nghị quyết, báo cáo …) read by mucluc.

    Every key is always there; what the document does not have is null or an empty list. Texts
    are Unicode NFC. Every visible character of the source stands in exactly one place of the
    output or is counted in coverage.unread.
    """

    __slots__ = ()

    @property
    def schema_version(self) -> str:
        """The version of this shape, semantic: a new key raises the second number, a removed key
        or a changed meaning the first.
        """
        return cast("str", self.json["schemaVersion"])

    @property
    def generator(self) -> Generator:
        """The program that made the output."""
        return Generator(self.json["generator"])

    @property
    def source(self) -> Source:
        """The file that the document was read from."""
        return Source(self.json["source"])

    @property
    def metadata(self) -> Metadata:
        """What letterhead, title and signature say about the document."""
        return Metadata(self.json["metadata"])

    @property
    def lines(self) -> list[Line]:
        """Every line that is neither content nor title of a node, in order and as written."""
        return [Line(item) for item in self.json["lines"]]

    @property
    def preamble(self) -> list[Block]:
        """What stands between title and outline: legal bases (căn cứ) and introduction."""
        return [_block(item) for item in self.json["preamble"]]

    @property
    def outline(self) -> list[Node]:
        """The task tree: the nodes of the highest level."""
        return [Node(item) for item in self.json["outline"]]

    @property
    def closing(self) -> list[Block]:
        """The final paragraphs that speak for the whole document."""
        return [_block(item) for item in self.json["closing"]]

    @property
    def appendices(self) -> list[Appendix]:
        """Appendices (phụ lục) and attached documents, each with an outline of its own."""
        return [Appendix(item) for item in self.json["appendices"]]

    @property
    def notes(self) -> list[Note]:
        """Footnotes and endnotes."""
        return [Note(item) for item in self.json["notes"]]

    @property
    def normalization(self) -> list[RuleCount]:
        """What normalising changed, by rule, in the order of the first time."""
        return [RuleCount(item) for item in self.json["normalization"]]

    @property
    def coverage(self) -> Coverage:
        """The account of every character.

        Characters are Unicode code points that are not white space, after normalisation,
        without automatic labels; placedCharacters and the counts of unread add up to
        sourceCharacters.
        """
        return Coverage(self.json["coverage"])

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What was noticed, stage by stage."""
        return [Diagnostic(item) for item in self.json["diagnostics"]]


Block: TypeAlias = Paragraph | Table

_BLOCK_CLASSES: dict[str, type[Paragraph | Table]] = {
    "paragraph": Paragraph,
    "table": Table,
}


def _block(json: Any) -> Block:
    return _BLOCK_CLASSES[json["type"]](json)


Fact: TypeAlias = ReferenceFact | DateFact | QuantityFact | NameFact

_FACT_CLASSES: dict[str, type[ReferenceFact | DateFact | QuantityFact | NameFact]] = {
    "reference": ReferenceFact,
    "date": DateFact,
    "quantity": QuantityFact,
    "organization": NameFact,
    "place": NameFact,
    "campaign": NameFact,
}


def _fact(json: Any) -> Fact:
    return _FACT_CLASSES[json["kind"]](json)
