"""The Vietnamese string literals in hand-written Swift, for check-words and generate-vocabulary.

Words of the language are rows of Tables/vocabulary; wording (messages, labels, headings of tables) stands in one
file a target, the help of a command with the command.
"""
import re

# Files whose literals are wording: messages, labels and the help of commands, and generated files.
WORDING = re.compile(
    r"(\+Messages|Wording|/(File)?Message\+Sentences|/Diagnostics/Diagnostic\+[A-Za-z]+)\.swift$|/Generated[^/]*\.swift$"
    r"|/MucLucCommand/(Commands/[A-Za-z]+|MucLucCommand)\.swift$")

# Alphabets, tones and spellings of syllables are letters, not words.
LETTERS = ("Sources/VietnameseText/", "Sources/VietnameseLanguage/Grammar/LetterOrder.swift")

# A comment, or a literal of several lines or of one.
TOKEN = re.compile(r'//[^\n]*|"""(.*?)"""|"((?:[^"\\\n]|\\.)*)"', re.S)

# A letter that only Vietnamese has in our sources.
VIETNAMESE = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.I)


def vietnamese_literals(project):
    """Place and text of every literal with a word of Vietnamese; a letter alone is no word."""
    for file in sorted((project / "Sources").rglob("*.swift")):
        path = str(file.relative_to(project))
        if WORDING.search(path) or path.startswith(LETTERS):
            continue
        text = file.read_text(encoding="utf-8")
        for match in TOKEN.finditer(text):
            literal = match[1] if match[1] is not None else match[2]
            if literal and len(literal.strip()) > 1 and VIETNAMESE.search(literal):
                yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}", literal
