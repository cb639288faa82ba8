extension CSVExport {
  /// The description of the table for machines, in CSV on the Web (W3C, *Metadata Vocabulary for Tabular
  /// Data*).
  ///
  /// It belongs beside the table, in a file that is called like it with `-metadata.json` at the end.
  /// `name` is the table's file name without its folder.
  public func metadata(named name: String) -> [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.object {
      $0.key("@context")
      $0.string("http://www.w3.org/ns/csvw")
      $0.key("url")
      $0.string(name.percentEncoded)
      $0.key("dc:title")
      $0.string("Tasks of programme documents")
      $0.key("dialect")
      $0.dialect(options)
      $0.key("tableSchema")
      $0.object { schema in
        schema.key("columns")
        schema.list(CSVColumn.all) { $0.column($1) }
      }
    }
    json.literal("\n")
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func dialect(_ options: CSVOptions) {
    object {
      $0.key("encoding")
      $0.string("utf-8")
      $0.key("delimiter")
      $0.string(String(decoding: [options.delimiter.byte], as: UTF8.self))
      $0.key("quoteChar")
      $0.string("\"")
      $0.key("doubleQuote")
      $0.boolean(true)
      $0.key("header")
      $0.boolean(true)
      $0.key("lineTerminators")
      $0.strings(["\r\n"])
    }
  }

  fileprivate mutating func column(_ column: CSVColumn) {
    object {
      $0.key("name")
      $0.string(column.name)
      $0.key("titles")
      $0.string(column.name)
      $0.key("dc:description")
      $0.string(column.description)
      $0.key("datatype")
      $0.string(column.datatype)
      if column.isList {
        $0.key("separator")
        $0.string(" | ")
      }
      if column.isRequired {
        $0.key("required")
        $0.boolean(true)
      }
    }
  }
}

extension String {
  /// The text as one segment of a URL (RFC 3986, 2.3): everything but unreserved characters is encoded.
  var percentEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.append(byte)
      default:
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
