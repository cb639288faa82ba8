import Testing
import VietnameseText

@Suite struct `Sixteen bytes at once` {
  /// What `count` bytes look like in numbers.
  private func bytes(_ count: Int, from first: UInt8 = 1) -> [UInt8] {
    (0..<count).map { first &+ UInt8($0) }
  }

  private func places(_ places: SixteenBytes.Places) -> [Int] {
    (0..<16).filter { places.halves[$0 / 8] >> UInt64($0 % 8 * 8) & 0xFF == 0xFF }
  }

  @Test func `a load stays inside of the bytes`() {
    let bytes = bytes(20)
    for place in 0...4 {
      #expect(places(SixteenBytes(bytes.span, at: place).places(of: 5)) == [4 - place])
    }
  }

  @Test func `they are compared without sign`() {
    let bounds: [UInt8] = [
      0x00, 0x1F, 0x20, 0x7F, 0x80, 0xBF, 0xC0, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0x20,
    ]
    let sixteen = SixteenBytes(bounds.span, at: 0)
    #expect(places(sixteen.places(of: 0x20)) == [2, 15])
    #expect(places(sixteen.places(below: 0x20)) == [0, 1] + Array(8..<15))
    #expect(places(sixteen.places(in: 0x20...0xBF)) == [2, 3, 4, 5, 15])
    #expect(places(sixteen.places(in: 0x80...0xFF)) == [4, 5, 6, 7])
    #expect(places(sixteen.setting(0x20).places(of: 0x3F)) == [1])
  }

  @Test func `places are joined and counted`() {
    let bytes = bytes(16)
    let sixteen = SixteenBytes(bytes.span, at: 0)
    let low = sixteen.places(below: 5)
    let odd = sixteen.places(of: 1) | sixteen.places(of: 3) | sixteen.places(of: 7)
    #expect(places(low & odd) == [0, 2])
    #expect(places(~low) == Array(4..<16))
    #expect(places(.first(3)) == [0, 1, 2])
    #expect(SixteenBytes.Places.none.isEmpty && !odd.isEmpty && (low & ~low).isEmpty)
    var tally = SixteenBytes.Tally()
    for _ in 0..<255 { tally.add(~SixteenBytes.Places.none) }
    #expect(tally.sum == 255 * 16)
  }
}
