#include <xlsxwriter.h>

/// Starts a workbook that keeps one row in memory and does not say when it was made: the same rows give the same bytes.
static inline lxw_workbook *cxlsxwriter_new(const char *path) {
  lxw_workbook_options options = {.constant_memory = 1};
  lxw_doc_properties properties = {.created = 315532800};
  lxw_workbook *book = workbook_new_opt(path, &options);
  if (book != NULL) workbook_set_properties(book, &properties);
  return book;
}

/// Adds a format of cells whose text is wrapped and stands at the top; the pattern of numbers may be NULL, a colour 0.
static inline lxw_format *cxlsxwriter_add_format(
    lxw_workbook *book, const char *pattern, lxw_color_t background, lxw_color_t color, int isBold, int isUnderlined) {
  lxw_format *format = workbook_add_format(book);
  if (format == NULL) return NULL;
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (pattern != NULL) format_set_num_format(format, pattern);
  if (background != 0) format_set_bg_color(format, background);
  if (color != 0) format_set_font_color(format, color);
  if (isBold) format_set_bold(format);
  if (isUnderlined) format_set_underline(format, LXW_UNDERLINE_SINGLE);
  return format;
}
