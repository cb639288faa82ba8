/// What is known of a Compound File without reading it: which streams its directory names.
///
/// An entry of the directory starts with its name in UTF-16 (MS-CFB 2.6.1); a locked .docx is a Compound
/// File with the streams `EncryptionInfo` and `EncryptedPackage` (MS-OFFCRYPTO 2.3.4), an old Word
/// document has the stream `WordDocument`.
enum CompoundFile {
  /// Whether the directory names a stream.
  static func names(_ stream: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    // Entries are 128 bytes long and lie in sectors of 512 bytes or more.
    return stride(from: 512, to: bytes.count - name.count, by: 128).contains { start in
      name.indices.allSatisfy { unsafe bytes[start + $0] == name[$0] }
    }
  }
}
