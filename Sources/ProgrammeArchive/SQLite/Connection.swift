internal import CSQLite

/// The owner of SQLite's connection to a database.
@safe final class Connection {
  /// The connection.
  let pointer: OpaquePointer

  /// Opens a database; where one may write, it is made if it is not there.
  init(_ path: String, isReadOnly: Bool, patience: Int) throws(ArchiveError) {
    let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let pointer = unsafe opened else { throw .failed("SQLite \(code)") }
    unsafe self.pointer = pointer
    try check(code)
    try check(unsafe sqlite3_busy_timeout(pointer, Int32(patience * 1000)))
    try check(
      unsafe sqlite3_create_function_v2(
        pointer, "has_words", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil, hasWords, nil, nil, nil))
  }

  deinit { unsafe sqlite3_close_v2(pointer) }

  /// Throws what a code of SQLite means, if it is an error.
  func check(_ code: Int32) throws(ArchiveError) {
    switch code {
    case SQLITE_OK: return
    case SQLITE_CANTOPEN: throw .notFound
    case SQLITE_NOTADB: throw .notAnArchive
    case SQLITE_BUSY, SQLITE_LOCKED: throw .busy
    case SQLITE_FULL: throw .diskFull
    case SQLITE_READONLY: throw .needsRepair
    default: throw .failed(unsafe String(cString: sqlite3_errmsg(pointer)))
    }
  }
}

/// `has_words(text, words)`: whether the words stand in the text one behind the other, by their keys.
private func hasWords(
  _ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?
) {
  let values = unsafe UnsafeBufferPointer(start: arguments, count: Int(count))
  let texts = unsafe values.compactMap { value -> String? in
    guard let text = unsafe sqlite3_value_text(value) else { return nil }
    let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
  let stand = texts.count == 2 && KeyWords.stand(KeyWords.of(texts[1]), in: texts[0])
  unsafe sqlite3_result_int(context, stand ? 1 : 0)
}
