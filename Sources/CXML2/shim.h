// The header of encodings would bring in those of ICU, of which Foundation holds another version; its converters are not used.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global function pointer; Swift 6 will not read one.
static inline void cxml2_free(void *pointer) { xmlFree(pointer); }

static inline void cxml2_drop_error(void *context, const xmlError *error) {}
static inline void cxml2_drop_message(void *context, const char *message, ...) {}

/// Errors of encodings and of input name no parser before libxml2 2.13 and are printed to standard error, whatever the
/// parser's handler is. They are dropped here; the handlers of the thread, which may be the host's, are put back.
#define CXML2_SILENTLY(statement)                                             \
  xmlStructuredErrorFunc handler = xmlStructuredError;                        \
  void *context = xmlStructuredErrorContext;                                  \
  xmlGenericErrorFunc printer = xmlGenericError;                              \
  void *printerContext = xmlGenericErrorContext;                              \
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)cxml2_drop_error);  \
  xmlSetGenericErrorFunc(NULL, cxml2_drop_message);                           \
  statement;                                                                  \
  xmlSetStructuredErrorFunc(context, handler);                                \
  xmlSetGenericErrorFunc(printerContext, printer)

static inline int cxml2_parse_chunk(xmlParserCtxtPtr parser, const char *bytes, int count, int isLast) {
  CXML2_SILENTLY(int status = xmlParseChunk(parser, bytes, count, isLast));
  return status;
}

static inline int cxml2_parse_html_chunk(htmlParserCtxtPtr parser, const char *bytes, int count, int isLast) {
  CXML2_SILENTLY(int status = htmlParseChunk(parser, bytes, count, isLast));
  return status;
}
