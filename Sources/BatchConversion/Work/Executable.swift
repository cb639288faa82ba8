/// This program, and what the system knows of its processes.
package enum Executable {
  /// Where the program stands, to start it again.
  package static var path: String {
    #if canImport(Darwin)
      return CommandLine.arguments[0]
    #else
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
      guard count > 0 else { return CommandLine.arguments[0] }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #endif
  }

  /// How much memory a process holds at the moment, or `nil` where the system does not tell.
  static func memory(of process: Int32) -> Int? {
    // The second number of statm is the resident set, in pages (proc(5)).
    guard let bytes = try? FileBytes.read("/proc/\(process)/statm") else { return nil }
    let numbers = bytes.split(separator: UInt8(ascii: " "))
    guard numbers.count > 1, let pages = Int(String(decoding: numbers[1], as: UTF8.self)) else {
      return nil
    }
    return pages * Int(getpagesize())
  }

  /// How many bytes of addresses the process may have (`ulimit -v`), or `nil` where there is no limit.
  package static let addressSpace: Int? = {
    #if canImport(Darwin)
      return nil
    #else
      var limits = rlimit()
      guard unsafe getrlimit(.init(RLIMIT_AS.rawValue), &limits) == 0 else { return nil }
      return Int(exactly: limits.rlim_cur)
    #endif
  }()

  /// How many megabytes of addresses the program needs for small documents.
  package static let leastMegabytes = 256

  /// How many processors there are.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// A pipe between two processes.
enum Pipe {
  /// Makes a pipe that children do not inherit by themselves: where it is read and where it is written.
  static func make() throws(SystemError) -> (end: Int32, start: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Whether there is something to read (or the other side is gone) before the time is over.
  static func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) > 0
  }
}
