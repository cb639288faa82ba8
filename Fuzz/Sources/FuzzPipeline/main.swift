import FuzzSupport

/// The whole pipeline on text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  checkPipeline(Array(UnsafeBufferPointer(start: start, count: count)), named: "fuzz.txt")
  return 0
}
