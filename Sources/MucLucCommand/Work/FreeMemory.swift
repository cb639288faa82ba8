#if canImport(Glibc)
  internal import Glibc
#endif

/// The memory that was freed and that the process still holds.
enum FreeMemory {
  /// Gives it back to the system where the C library keeps it for later.
  ///
  /// `malloc_trim` is glibc's own, and Swift's module of it leaves it out: it is asked for by name. Where there is
  /// none, memory goes back when it is freed, or not at all.
  static func giveBack() {
    #if canImport(Glibc)
      typealias Trim = @convention(c) (Int) -> Int32
      guard let symbol = unsafe dlsym(nil, "malloc_trim") else { return }
      _ = unsafe unsafeBitCast(symbol, to: Trim.self)(0)
    #endif
  }
}
