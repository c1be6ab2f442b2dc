/* The words that the cutter knows, packed so that one look at a cell tells
 * whether a character goes on:
 *
 *     民 is of class 61, 营 of class 204; the root's base is 0
 *     cell    61   label  61   cost 72, base 5,210         the word 民
 *     cell 5,414   label 204   cost 80, base 0             the word 民营
 *
 * A node's children stand at its base plus their class. No two nodes share a
 * base, so a cell that bears the class as its label is a child. Classes are
 * given by frequency, which keeps the cells close. The tables are made while
 * the library is built (make_dictionary.c) and lie in its read-only data. */
#ifndef FT_TEXT_DICTIONARY_H
#define FT_TEXT_DICTIONARY_H

#include <stdbool.h>
#include <stdint.h>

/* The characters that words are made of, U+3400 to U+4DBF and U+4E00 to U+9FFF:
 * those that Unicode calls Han and that folding leaves alone. */
enum {
    FT_HAN_FIRST = 0x3400,
    FT_HAN_LAST = 0x9FFF,
    FT_HAN_COUNT = FT_HAN_LAST - FT_HAN_FIRST + 1
};

/* Words are no longer than this. */
enum { FT_WORD_CHARS_MAX = 20 };

static inline bool
ft_char_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= FT_HAN_LAST) ||
           (code >= FT_HAN_FIRST && code <= 0x4DBF);
}

/* A node's number is made of these. */
enum {
    FT_NODE_COST = 0xFF,     /* what ICU's word costs that ends here, or 0 */
    FT_NODE_LEXICON = 0x100, /* a word of the lexicon ends here */
    FT_NODE_BASE_SHIFT = 9   /* above: the base; 0 where no word goes on */
};

/* The cells go so far behind the last base that any class may be looked up. */
typedef struct ft_dictionary {
    const uint16_t *classes; /* of FT_HAN_FIRST and on; 0: in no word */
    const uint32_t *nodes;
    const uint16_t *labels;
    const char *icu_version;    /* that the words are from: "72.1" */
    const char *lexicon_digest; /* of the lexicon's words */
} ft_dictionary;

/* ICU's words and those of lexicon/. */
extern const ft_dictionary ft_dictionary_default;

#endif
