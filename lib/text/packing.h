/* Packing words into the cells of a dictionary (dictionary.h); for the build,
 * not for the library. */
#ifndef FT_TEXT_PACKING_H
#define FT_TEXT_PACKING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "text/dictionary.h"

typedef struct ft_packing_word {
    uint16_t codes[FT_WORD_CHARS_MAX];
    uint16_t char_count;
    uint16_t value; /* FT_NODE_COST and FT_NODE_LEXICON */
} ft_packing_word;

typedef struct ft_packing {
    uint16_t classes[FT_HAN_COUNT];
    uint32_t class_count; /* with class 0, which stands for none */
    ft_array nodes;       /* of uint32_t */
    ft_array labels;      /* of uint16_t */
} ft_packing;

/* Packs `words` (of ft_packing_word). They are ordered thereby, and what is
 * said of one word twice is put together. False: no words, no memory, or more
 * words than the bits of a base can tell. */
bool ft_packing_make(ft_packing *packing, ft_array *words);
void ft_packing_finish(ft_packing *packing);

#endif
