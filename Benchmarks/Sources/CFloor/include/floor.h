#include <stddef.h>

/// Opens a package, inflates the parts that text comes from and parses each with handlers that do nothing.
///
/// Returns the bytes of XML parsed; 0 where the file is no package.
size_t floor_read(const void *bytes, size_t count);
