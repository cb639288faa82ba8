internal import ProgrammeModel

// The tree: nodes, blocks, tasks and facts.

extension JSONWriter {
  /// Writes a node with those below it.
  mutating func value(_ node: Node) {
    object {
      $0.key("id")
      $0.string(node.id)
      $0.key("kind")
      $0.string(node.kind.rawValue)
      $0.key("marker")
      $0.value(node.marker)
      $0.key("title")
      $0.string(node.title)
      $0.key("facts")
      $0.list(node.facts) { $0.value($1) }
      $0.key("content")
      $0.list(node.content) { $0.value($1) }
      $0.key("children")
      $0.list(node.children) { $0.value($1) }
      $0.key("location")
      $0.value(node.location)
    }
  }

  private mutating func value(_ marker: Marker?) {
    guard let marker else { return literal("null") }
    object {
      $0.key("text")
      $0.string(marker.text)
      $0.key("style")
      $0.string(marker.style.rawValue)
      $0.key("ordinal")
      $0.number(marker.ordinal)
      $0.key("origin")
      $0.string(marker.origin.rawValue)
    }
  }

  /// Writes a paragraph or a table.
  mutating func value(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): value(paragraph)
    case .table(let table): value(table)
    }
  }

  private mutating func value(_ paragraph: Paragraph) {
    object {
      $0.key("type")
      $0.literal("\"paragraph\"")
      $0.key("text")
      $0.string(paragraph.text)
      $0.key("location")
      $0.value(paragraph.location)
      $0.key("notes")
      $0.list(paragraph.notes) { writer, mark in
        writer.object {
          $0.key("id")
          $0.string(mark.id)
          $0.key("at")
          $0.number(mark.at)
        }
      }
      $0.key("facts")
      $0.list(paragraph.facts) { $0.value($1) }
      $0.key("tasks")
      $0.list(paragraph.tasks) { $0.value($1) }
    }
  }

  private mutating func value(_ table: Table) {
    object {
      $0.key("type")
      $0.literal("\"table\"")
      $0.key("caption")
      $0.string(table.caption)
      $0.key("header")
      $0.strings(table.header)
      $0.key("rows")
      $0.list(table.rows) { $0.strings($1) }
      $0.key("location")
      $0.value(table.location)
      $0.key("facts")
      $0.list(table.facts) { $0.value($1) }
      $0.key("tasks")
      $0.list(table.tasks) { $0.value($1) }
    }
  }

  private mutating func value(_ task: ProgrammeTask) {
    object {
      $0.key("id")
      $0.string(task.id)
      $0.key("text")
      $0.string(task.text)
      $0.key("range")
      if let range = task.range { $0.value(range) } else { $0.literal("null") }
      $0.key("role")
      $0.string(task.role.rawValue)
      $0.key("section")
      $0.string(task.section)
      $0.key("row")
      $0.number(task.row)
      $0.key("number")
      $0.string(task.number)
      $0.key("continuing")
      $0.boolean(task.continuing)
      $0.key("lead")
      $0.strings(task.lead)
      $0.key("leadFrom")
      $0.string(task.leadFrom?.rawValue)
      $0.key("cooperating")
      $0.strings(task.cooperating)
      $0.key("deadline")
      $0.value(task.deadline)
      $0.key("product")
      $0.string(task.product)
      $0.key("targets")
      $0.list(task.targets) { $0.value($1) }
      $0.key("facts")
      $0.numbers(task.facts)
    }
  }

  private mutating func value(_ target: Target) {
    object {
      $0.key("indicator")
      $0.string(target.indicator)
      $0.key("comparator")
      $0.string(target.comparator.rawValue)
      $0.key("value")
      $0.value(target.value)
      $0.key("unit")
      $0.string(target.unit)
      $0.key("by")
      $0.string(target.by)
      $0.key("range")
      $0.value(target.range)
    }
  }

  private mutating func value(_ amount: Amount) {
    switch amount {
    case .number(let number): self.number(number)
    case .text(let text): string(text)
    }
  }

  private mutating func value(_ deadline: Deadline?) {
    guard let deadline else { return literal("null") }
    object {
      $0.key("text")
      $0.string(deadline.text)
      $0.key("edtf")
      $0.string(deadline.edtf)
    }
  }

  /// Writes a place in the source.
  mutating func value(_ location: Location) {
    object {
      $0.key("part")
      $0.string(location.part)
      $0.key("paragraph")
      $0.number(location.paragraph)
      $0.key("line")
      $0.number(location.line)
    }
  }

  private mutating func value(_ range: TextRange) {
    literal("[")
    number(range.start)
    literal(isPretty ? ", " : ",")
    number(range.end)
    literal("]")
  }
}

extension JSONWriter {
  private mutating func value(_ fact: Fact) {
    object {
      $0.key("kind")
      $0.string(fact.kind)
      $0.key("text")
      $0.string(fact.text)
      $0.key("range")
      $0.value(fact.range)
      $0.key("value")
      $0.value(fact.value)
    }
  }

  private mutating func value(_ value: Fact.Value) {
    switch value {
    case .reference(let reference): self.value(reference)
    case .date(let edtf):
      object {
        $0.key("edtf")
        $0.string(edtf)
      }
    case .quantity(let amount, let unit):
      object {
        $0.key("amount")
        $0.value(amount)
        $0.key("unit")
        $0.string(unit)
      }
    case .organization(let name), .place(let name), .campaign(let name):
      object {
        $0.key("name")
        $0.string(name.name)
        $0.key("kind")
        $0.string(name.kind)
      }
    }
  }

  private mutating func value(_ reference: Reference) {
    object {
      $0.key("type")
      $0.string(reference.type)
      $0.key("typeCode")
      $0.string(reference.typeCode)
      $0.key("code")
      $0.string(reference.code)
      $0.key("number")
      $0.string(reference.number)
      $0.key("symbol")
      $0.string(reference.symbol)
      $0.key("date")
      $0.string(reference.date)
      $0.key("issuer")
      $0.string(reference.issuer)
      $0.key("title")
      $0.string(reference.title)
    }
  }
}
