internal import ProgrammeModel

extension JSONWriter {
  /// Writes what letterhead, title and signature say.
  mutating func value(_ metadata: Metadata) {
    object {
      $0.key("superior")
      $0.string(metadata.superior)
      $0.key("issuer")
      $0.string(metadata.issuer)
      $0.key("motto")
      $0.string(metadata.motto)
      $0.key("number")
      $0.string(metadata.number)
      $0.key("symbol")
      $0.string(metadata.symbol)
      $0.key("code")
      $0.string(metadata.code)
      $0.key("type")
      $0.string(metadata.type)
      $0.key("typeCode")
      $0.string(metadata.typeCode)
      $0.key("subject")
      $0.string(metadata.subject)
      $0.key("place")
      $0.string(metadata.place)
      $0.key("date")
      $0.value(metadata.date)
      $0.key("period")
      $0.value(metadata.period)
      $0.key("addressees")
      $0.strings(metadata.addressees)
      $0.key("recipients")
      $0.strings(metadata.recipients)
      $0.key("signature")
      $0.value(metadata.signature)
      $0.key("security")
      $0.string(metadata.security)
      $0.key("urgency")
      $0.string(metadata.urgency)
      $0.key("isDraft")
      $0.boolean(metadata.isDraft)
    }
  }

  /// Writes a signature.
  mutating func value(_ signature: Signature?) {
    guard let signature else { return literal("null") }
    object {
      $0.key("authority")
      $0.strings(signature.authority)
      $0.key("title")
      $0.string(signature.title)
      $0.key("name")
      $0.string(signature.name)
    }
  }

  private mutating func value(_ date: DocumentDate?) {
    guard let date else { return literal("null") }
    object {
      $0.key("text")
      $0.string(date.text)
      $0.key("edtf")
      $0.string(date.edtf)
    }
  }

  private mutating func value(_ period: Period?) {
    guard let period else { return literal("null") }
    object {
      $0.key("text")
      $0.string(period.text)
      $0.key("edtf")
      $0.string(period.edtf)
      $0.key("start")
      $0.string(period.start)
      $0.key("end")
      $0.string(period.end)
    }
  }
}
