/// The JSON Schema of the output, as it stands in `Schemas/document-2.schema.json`.
public enum Schema {
  /// The schema (JSON Schema 2020-12), in UTF-8 with a line break at the end.
  public static var document: [UInt8] {
    Array(String(describing: text).utf8)
  }
}
