/* The words of a question that ask and greet but name nothing to look for:
 *
 *     律师您好，请问老板拖欠工资怎么办呢？谢谢
 *     ~~~~~~~~  ~~~~            ~~~~~~~~  ~~~~
 *
 * They carry no weight (ft_ranking). The words themselves are in
 * filler_table.c. */
#ifndef FT_QUERY_FILLER_H
#define FT_QUERY_FILLER_H

#include "base/arena.h"
#include "text/analyzer.h"

/* The words, folded; NULL is behind the last. Endings are fillers only where a
 * sentence, or a part of it, ends; exceptions never. */
extern const char *const ft_filler_words[];
extern const char *const ft_filler_endings[];
extern const char *const ft_filler_exceptions[];

/* Makes `is_filler` (of bool) tell of each of the folded characters (of
 * ft_char) whether it belongs to such a word. One inside a longer word, as the
 * `tokens` (of ft_token) cut it, is none: 吗 in 吗啡. */
fatiao_status ft_filler_find(const ft_array *chars, const ft_array *tokens,
                             ft_array *is_filler, fatiao_error *error);

/* Whether some of `count` characters belong to such a word. No flags are all
 * false. */
bool ft_filler_touches(const ft_array *is_filler, size_t at, size_t count);

/* Pushes the words so found (const char *, in `arena`), as the question has
 * them: 怎么办 and 呢 in a row are one. */
fatiao_status ft_filler_list(const ft_array *chars, const ft_array *is_filler,
                             ft_arena *arena, ft_array *words,
                             fatiao_error *error);

#endif
