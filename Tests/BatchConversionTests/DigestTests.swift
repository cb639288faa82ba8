import ContentDigest
import Testing

@Suite struct DigestTests {
  // FIPS 180-4 and the NIST examples; lengths around the end of a block are where padding goes wrong.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `a digest is that of the standard`(_ text: String, _ digest: String) {
    #expect(Digest.sha256(Array(text.utf8)) == digest)
  }

  @Test(arguments: [55, 56, 57, 63, 64, 65, 119, 120, 128])
  func `lengths around the end of a block differ from their neighbours`(_ count: Int) {
    let digest = Digest.sha256([UInt8](repeating: 0x61, count: count))
    #expect(digest.utf8.count == 64)
    #expect(digest != Digest.sha256([UInt8](repeating: 0x61, count: count + 1)))
  }

  @Test(arguments: [1, 7, 63, 64, 65, 200])
  func `bytes that come piece by piece have the digest of the whole`(_ size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var digest = RunningDigest()
    for start in stride(from: 0, to: bytes.count, by: size) {
      digest.absorb(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(digest.hexadecimal == Digest.sha256(bytes))
  }
}
