// Reads files twice, with libxml2 behind the plain tokenizer and with libxml2 alone, and tells where the results differ.
//
// usage: CompareReadings FILE ...
//
// What must be equal is the whole document, what was noticed, and the error with its line.

import DocumentReading
import Foundation
import ProgrammeModel

func outcome(_ bytes: [UInt8], alone: Bool) -> Result<Outcome<SourceDocument>, ReadingError> {
  var reader = DocumentReader()
  reader.readsWithLibXMLAlone = alone
  do throws(ReadingError) {
    return .success(try reader.read(bytes, named: "a.docx"))
  } catch {
    return .failure(error)
  }
}

var (read, refused, differing) = (0, 0, 0)
for path in CommandLine.arguments.dropFirst() {
  guard let data = FileManager.default.contents(atPath: path) else { continue }
  let bytes = [UInt8](data)
  let (usual, alone) = (outcome(bytes, alone: false), outcome(bytes, alone: true))
  switch (usual, alone) {
  case (.success(let one), .success(let other))
  where one.value == other.value && one.diagnostics == other.diagnostics:
    read += 1
  case (.failure(let one), .failure(let other)) where one == other: refused += 1
  default:
    differing += 1
    print(
      "\(path) differs: \(String(describing: usual).prefix(300)) / \(String(describing: alone).prefix(300))"
    )
  }
}
print("\(read) read, \(refused) refused, \(differing) differ")
exit(differing == 0 ? 0 : 1)
