#include "floor.h"
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <zip.h>

/// The parts that any reader of the text must parse: the main part, styles, numbering, notes, headers, footers,
/// relationships and content types.
static int matters(const char *name) {
  static const char *const stems[] = {"word/document", "word/styles", "word/numbering", "word/footnotes",
                                      "word/endnotes", "word/header", "word/footer"};
  size_t length = strlen(name);
  if (length > 5 && !strcmp(name + length - 5, ".rels")) return 1;
  if (!strcmp(name, "[Content_Types].xml")) return 1;
  if (length < 4 || strcmp(name + length - 4, ".xml")) return 0;
  for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
    if (!strncmp(name, stems[i], strlen(stems[i])) && !strchr(name + strlen(stems[i]), '/')) return 1;
  return 0;
}

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **namespace_list, int attributes, int defaulted, const xmlChar **attribute_list) {}
static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {}
static void characters(void *context, const xmlChar *text, int length) {}

static int pull(void *file, char *buffer, int length) { return (int)zip_fread(file, buffer, (zip_uint64_t)length); }

size_t floor_read(const void *bytes, size_t count) {
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, NULL);
  if (!source) return 0;
  zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, NULL);
  if (!archive) {
    zip_source_free(source);
    return 0;
  }
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = characters;
  size_t total = 0;
  zip_int64_t entries = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < entries; i++) {
    zip_stat_t stat;
    if (zip_stat_index(archive, (zip_uint64_t)i, 0, &stat) || !matters(stat.name)) continue;
    zip_file_t *file = zip_fopen_index(archive, (zip_uint64_t)i, 0);
    if (!file) continue;
    xmlParserCtxtPtr context = xmlCreateIOParserCtxt(&handler, NULL, pull, NULL, file, XML_CHAR_ENCODING_NONE);
    if (context) {
      xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
      xmlParseDocument(context);
      xmlFreeParserCtxt(context);
    }
    zip_fclose(file);
    total += stat.size;
  }
  zip_discard(archive);
  return total;
}
