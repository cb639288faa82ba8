import DocumentReading
import FuzzSupport
import MucLuc
import TextNormalising

/// What the bytes are said to be written in; the first byte of an input says which.
private let encodings: [TextEncoding?] = [
  nil, nil, .legacy("tcvn3"), .legacy("vni"), .legacy("viscii"), .legacy("vps"), .bytes, .utf8,
]

/// The text reader and the normaliser with every encoding: the changes lead back to the text as read, and
/// clean text stays as it is.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let encoding = encodings[Int(start[0]) % encodings.count]
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  guard let source = try? DocumentReader().read(bytes, named: "fuzz.txt").value else { return 0 }
  let normalised = Normaliser(encoding: encoding).normalise(source).value
  var before: [String] = []
  source.forEachParagraph { before.append($0.text) }
  let after = normalised.restoredTexts
  require(
    before.count == after.count
      && zip(before, after).allSatisfy { $0.utf8.elementsEqual($1.utf8) },
    "the changes do not lead back")
  checkPipeline(bytes, named: "fuzz.txt", encoding: encoding)
  return 0
}
