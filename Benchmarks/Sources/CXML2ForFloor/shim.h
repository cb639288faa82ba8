// The header of encodings would bring in those of ICU, of which Foundation holds another version; its converters are not used.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
