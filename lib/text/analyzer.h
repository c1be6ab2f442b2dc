/* The one way from text to terms, for documents and questions alike:
 *
 *     "中小企業融資"  --fold-->  中小企业融资
 *         words  中小企业 融资             (what ranks)
 *         pairs  中小 小企 企业 业融 融资   (what is found)
 *         chars  中 小 企 业 融 资
 *
 *     "百分之三十"
 *         number 30%                      (also of 30% and 三成)
 */
#ifndef FT_TEXT_ANALYZER_H
#define FT_TEXT_ANALYZER_H

#include "text/fold.h"
#include "text/token.h"

/* Cuts words as ICU does, but for those of the lexicon, which stay whole.
 * Belongs to one thread at a time. */
typedef struct ft_analyzer ft_analyzer;

fatiao_status ft_analyzer_new(ft_analyzer **out, fatiao_error *error);
void ft_analyzer_free(ft_analyzer *analyzer);

/* How words are cut. */
typedef enum ft_cutting {
    FT_CUTTING_ICU,    /* by ICU itself: ten times slower */
    FT_CUTTING_PLAIN,  /* as ICU does */
    FT_CUTTING_LEXICON /* as ICU does, but for the lexicon's words */
} ft_cutting;

/* What ft_analyzer_new gives: FT_CUTTING_LEXICON, or FT_CUTTING_ICU if the
 * dictionary was made from another ICU than the one that runs. */
ft_cutting ft_cutting_usual(void);
fatiao_status ft_analyzer_new_with(ft_cutting cutting, ft_analyzer **out,
                                   fatiao_error *error);

/* Folds and cuts `text`. `chars` gets ft_char items and `tokens` ft_token
 * items, words first, then pairs, then chars, then numbers, each in the order
 * of the text; both are emptied before. */
fatiao_status ft_analyzer_run(ft_analyzer *analyzer, const char *text,
                              size_t byte_count, ft_array *chars,
                              ft_array *tokens, fatiao_error *error);

/* What decides how text is cut, to store in an index: "ICU 72.1, folding 1,
 * numbers 1, lexicon 07e3…". Two indexes with the same have the same words. */
enum { FT_ANALYZER_VERSION_BYTES = 80 };
void ft_analyzer_version(char version[FT_ANALYZER_VERSION_BYTES]);

#endif
