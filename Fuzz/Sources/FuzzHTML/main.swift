import FuzzSupport

/// The HTML reader and that of web archives: on whole files, and on what stands in a page; the first byte says which.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let isWhole = bytes.first == UInt8(ascii: "<") || bytes.first == UInt8(ascii: "M")
  checkPipeline(isWhole ? bytes : Array("<html>".utf8) + bytes.dropFirst(), named: "fuzz.html")
  return 0
}
