import FuzzSupport

/// The Word reader on one part of a valid package; the first byte says which.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let part = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let which = start[0] % 3
  let package = wordPackage(
    document: which == 0 ? part : nil, numbering: which == 1 ? part : nil,
    styles: which == 2 ? part : nil)
  checkPipeline(package, named: "fuzz.docx")
  return 0
}
