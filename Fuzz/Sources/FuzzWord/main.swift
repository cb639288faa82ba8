import DocumentReading
import FuzzSupport
import ProgrammeModel

/// The Word reader on one part of a valid package; the first byte says which.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let part = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let which = start[0] % 3
  let package = wordPackage(
    document: which == 0 ? part : nil, numbering: which == 1 ? part : nil,
    styles: which == 2 ? part : nil)
  require(
    outcome(package, alone: false) == outcome(package, alone: true),
    "the tokenizer reads what libxml2 does not")
  checkPipeline(package, named: "fuzz.docx")
  return 0
}

/// What reading gives, with the tokenizer or without: the document, or its error.
private func outcome(_ bytes: [UInt8], alone: Bool) -> Result<SourceDocument, ReadingError> {
  var reader = DocumentReader()
  reader.readsWithLibXMLAlone = alone
  do throws(ReadingError) {
    return .success(try reader.read(bytes, named: "fuzz.docx").value)
  } catch {
    return .failure(error)
  }
}
