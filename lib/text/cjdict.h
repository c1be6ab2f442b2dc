/* Reading ICU's own dictionary of Chinese and Japanese words; for the build,
 * not for the library. */
#ifndef FT_TEXT_CJDICT_H
#define FT_TEXT_CJDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Told of a word, in UTF-16, and its cost; false ends the reading. */
typedef bool ft_cjdict_visit(void *context, const uint16_t *units,
                             size_t unit_count, uint32_t cost);

/* Calls `visit` for each word, in the order of their units. False: it said so,
 * or the dictionary is not there, or not of the form known. */
bool ft_cjdict_read(ft_cjdict_visit *visit, void *context);

#endif
