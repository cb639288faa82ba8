import FuzzSupport

/// The reader of documents of Word 97-2003 on raw bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  checkPipeline(Array(UnsafeBufferPointer(start: start, count: count)), named: "fuzz.doc")
  return 0
}
