/// The code of a field, such as ` PAGE \* MERGEFORMAT `.
enum FieldCode {
  /// Whether the field prints the number of the page.
  static func isPageNumber(_ code: String) -> Bool {
    let word = code.split { $0 == " " || $0 == "\t" || $0 == "\\" }.first ?? ""
    return word.uppercased() == "PAGE"
  }
}
