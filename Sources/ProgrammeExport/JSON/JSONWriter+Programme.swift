internal import ProgrammeModel

// The document and what stands around its tree, key for key in the order of the contract.

extension JSONWriter {
  /// Writes a document.
  mutating func value(_ programme: Programme) {
    object {
      $0.key("schemaVersion")
      $0.string(programme.schemaVersion)
      $0.key("generator")
      $0.value(programme.generator)
      $0.key("source")
      $0.value(programme.source)
      $0.key("metadata")
      $0.value(programme.metadata)
      $0.key("lines")
      $0.list(programme.lines) { $0.value($1) }
      $0.key("preamble")
      $0.list(programme.preamble) { $0.value($1) }
      $0.key("outline")
      $0.list(programme.outline) { $0.value($1) }
      $0.key("closing")
      $0.list(programme.closing) { $0.value($1) }
      $0.key("appendices")
      $0.list(programme.appendices) { $0.value($1) }
      $0.key("notes")
      $0.list(programme.notes) { $0.value($1) }
      $0.key("normalization")
      $0.list(programme.normalization) { $0.value($1) }
      $0.key("coverage")
      $0.value(programme.coverage)
      $0.key("diagnostics")
      $0.list(programme.diagnostics) { $0.value($1) }
    }
  }

  private mutating func value(_ generator: Generator) {
    object {
      $0.key("name")
      $0.string(generator.name)
      $0.key("version")
      $0.string(generator.version)
    }
  }

  private mutating func value(_ source: SourceDescription) {
    object {
      $0.key("name")
      $0.string(source.name)
      $0.key("path")
      $0.string(source.path)
      $0.key("format")
      $0.string(source.format.rawValue)
      $0.key("via")
      $0.string(source.via)
      $0.key("byteCount")
      $0.number(source.byteCount)
      $0.key("sha256")
      $0.string(source.sha256)
      $0.key("encoding")
      $0.string(source.encoding)
      $0.key("paragraphCount")
      $0.number(source.paragraphCount)
    }
  }

  private mutating func value(_ line: DocumentLine) {
    object {
      $0.key("role")
      $0.string(line.role.rawValue)
      $0.key("text")
      $0.string(line.text)
      $0.key("location")
      $0.value(line.location)
    }
  }

  private mutating func value(_ appendix: Appendix) {
    object {
      $0.key("title")
      $0.strings(appendix.title)
      $0.key("lines")
      $0.list(appendix.lines) { $0.value($1) }
      $0.key("signature")
      $0.value(appendix.signature)
      $0.key("preamble")
      $0.list(appendix.preamble) { $0.value($1) }
      $0.key("outline")
      $0.list(appendix.outline) { $0.value($1) }
      $0.key("closing")
      $0.list(appendix.closing) { $0.value($1) }
    }
  }

  private mutating func value(_ note: Note) {
    object {
      $0.key("id")
      $0.string(note.id)
      $0.key("kind")
      $0.string(note.kind.rawValue)
      $0.key("content")
      $0.list(note.content) { $0.value($1) }
    }
  }

  private mutating func value(_ rule: RuleCount) {
    object {
      $0.key("rule")
      $0.string(rule.rule)
      $0.key("count")
      $0.number(rule.count)
    }
  }

  private mutating func value(_ coverage: Coverage) {
    object {
      $0.key("sourceCharacters")
      $0.number(coverage.sourceCharacters)
      $0.key("placedCharacters")
      $0.number(coverage.placedCharacters)
      $0.key("unread")
      $0.list(coverage.unread) { writer, unread in
        writer.object {
          $0.key("part")
          $0.string(unread.part)
          $0.key("element")
          $0.string(unread.element)
          $0.key("count")
          $0.number(unread.count)
        }
      }
    }
  }

  private mutating func value(_ diagnostic: Diagnostic) {
    object {
      $0.key("severity")
      $0.string(diagnostic.severity.rawValue)
      $0.key("code")
      $0.string(diagnostic.code)
      $0.key("message")
      $0.string(diagnostic.message(in: .english))
      $0.key("location")
      if let location = diagnostic.location { $0.value(location) } else { $0.literal("null") }
    }
  }
}
