#include <sqlite3.h>

/// `SQLITE_TRANSIENT` is a number made a function pointer; Swift reads no such macro. A text without bytes is a
/// text, not nothing.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int place, const char *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, place, bytes ? bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
