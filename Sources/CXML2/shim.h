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
