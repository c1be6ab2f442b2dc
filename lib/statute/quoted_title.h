/* A title in 《》 as it stands in a text, and what is said of it beside it:
 *
 *     《中华人民共和国公司登记管理条例》（以下简称《条例》）第三条
 *     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~             ~~~~
 *     at … end                            alias … note_end */
#ifndef FT_STATUTE_QUOTED_TITLE_H
#define FT_STATUTE_QUOTED_TITLE_H

#include "text/fold.h"

/* Characters of the text, folded. */
typedef struct ft_quoted_title {
    size_t end;         /* behind 》 */
    size_t note_end;    /* behind the round brackets that follow, else `end` */
    size_t alias_start; /* what it is called from here on … */
    size_t alias_end;   /* … the same as `alias_start` if nothing is said */
    bool is_law;        /* 《…条例》, and no 《营业执照》 */
    bool is_repealed;   /* 废止 follows in the sentence */
} ft_quoted_title;

/* Reads the title whose 《 is at `at`. False: it is not closed, or empty. */
bool ft_quoted_title_read(const ft_char *chars, size_t count, size_t at,
                          ft_quoted_title *out);

#endif
