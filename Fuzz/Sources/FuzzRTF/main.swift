import FuzzSupport

/// What every document begins with, so that the fuzzer need not find it.
private let head = Array(
  #"""
  {\rtf1\ansi{\fonttbl{\f0\fcharset0 .VnTime;}{\f1\fcharset163 Times;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 M;}}
  {\*\listtable{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}
  {\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
  """#.utf8)

/// The RTF reader: on whole files, and on text behind a head; the first byte says which.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let isWhole = bytes.first == UInt8(ascii: "{")
  checkPipeline(isWhole ? bytes : head + bytes.dropFirst(), named: "fuzz.rtf")
  return 0
}
