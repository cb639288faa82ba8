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

/// Makes a push parser of XML that calls back. Entities are not replaced and nothing is fetched: it never has the options
/// XML_PARSE_HUGE, XML_PARSE_NOENT or XML_PARSE_DTDLOAD.
static inline xmlParserCtxtPtr cxml2_make_parser(
    void *context, startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc text,
    internalSubsetSAXFunc documentType, xmlStructuredErrorFunc error) {
  xmlSAXHandler handler = {
      .initialized = XML_SAX2_MAGIC, .startElementNs = start, .endElementNs = end, .characters = text,
      .cdataBlock = text, .internalSubset = documentType, .serror = error};
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, context, NULL, 0, NULL);
  if (parser != NULL) xmlCtxtUseOptions(parser, XML_PARSE_NONET);
  return parser;
}

/// Frees a parser of XML, and the document of its declarations of entities, which nobody else frees.
static inline void cxml2_free_parser(xmlParserCtxtPtr parser) {
  xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
}

/// Parses a piece, and gives the number of the error where the text so far is not well-formed, or 0.
static inline int cxml2_parse_chunk(xmlParserCtxtPtr parser, const void *bytes, int count, int isLast) {
  CXML2_SILENTLY(int status = xmlParseChunk(parser, (const char *)bytes, count, isLast));
  return parser->wellFormed ? 0 : status;
}

/// Makes a push parser of HTML in UTF-8, whatever the page says of itself, that calls back and keeps silent.
static inline htmlParserCtxtPtr cxml2_make_html_parser(
    void *context, startElementSAXFunc start, endElementSAXFunc end, charactersSAXFunc text) {
  xmlSAXHandler handler = {
      .startElement = start, .endElement = end, .characters = text, .ignorableWhitespace = text,
      .serror = (xmlStructuredErrorFunc)cxml2_drop_error};
  htmlParserCtxtPtr parser =
      htmlCreatePushParserCtxt(&handler, context, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (parser != NULL)
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  return parser;
}

static inline int cxml2_parse_html_chunk(htmlParserCtxtPtr parser, const void *bytes, int count, int isLast) {
  CXML2_SILENTLY(int status = htmlParseChunk(parser, (const char *)bytes, count, isLast));
  return status;
}
