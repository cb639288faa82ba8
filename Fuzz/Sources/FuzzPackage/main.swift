import FuzzSupport

/// The package reader on raw bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  checkPipeline(Array(UnsafeBufferPointer(start: start, count: count)), named: "fuzz.docx")
  return 0
}
