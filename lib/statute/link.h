/* Links: the words of a text that refer to a place of a law, as they say it.
 *
 *     依照《中华人民共和国公司法》第五条至第七条和本条第二款的规定
 *         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ~~~~~~~~~~
 *         TITLE, ARTICLE 5 to ARTICLE 7          RELATIVE, unit ARTICLE, back
 * 0, PARAGRAPH 2 违反前两款规定                RELATIVE, unit PARAGRAPH, back 2
 *     依照刑法第三百条              NAME, "依照刑法", ARTICLE 300: only the
 *                                   titles there are tell where the name begins
 *     本条例第三条、第三条          SELF and UNSAID, ARTICLE 3
 *
 * What a link leads to is found elsewhere; here the text alone is looked at. */
#ifndef FT_STATUTE_LINK_H
#define FT_STATUTE_LINK_H

#include "base/arena.h"
#include "statute/place_list.h"
#include "text/folded.h"

/* Whose place it is. */
typedef enum ft_link_law {
    FT_LINK_UNSAID,   /* 第三条, with no law before it */
    FT_LINK_SELF,     /* 本法, 本条例 */
    FT_LINK_THAT,     /* 该法, 该条: the one spoken of */
    FT_LINK_TITLE,    /* 《…》 */
    FT_LINK_NAME,     /* 刑法 without 《》 */
    FT_LINK_RELATIVE, /* 前款, 本条, 第二款: seen from where it stands */
} ft_link_law;

typedef struct ft_link {
    ft_link_law law;
    size_t byte_start; /* of the text; a NAME's is known when it is resolved */
    size_t byte_end;
    const ft_char *name; /* folded: what stands in 《》, what stands before the
                            places of a NAME, or 本条例 of SELF */
    size_t name_count;
    fatiao_node_kind unit; /* of RELATIVE: ARTICLE to SUBITEM, PART to SECTION;
                              PARAGRAPH for 第二款, ITEM for 第二项 alone */
    uint32_t back;         /* 前两款: 2; 本款: 0 */
    bool is_every;         /* 前各款 */
    bool is_alone;         /* 第二款 without 本条 before it */
    bool is_after;         /* another law is named before, in the sentence */
    bool is_joined;        /* … and 和, or the like, joins the two */
    bool is_repealed;      /* of a TITLE: 废止 follows in the sentence */
    bool is_below;         /* another article is named before, in the text */
    bool is_quoted;        /* it stands in “…”, of some length */
    uint32_t before;       /* the character before it, 0 for none */
    const ft_char *alias; /* what it is called from here on: 以下简称《办法》 */
    size_t alias_count;
    const ft_listed_place *places; /* count 0: the whole */
    size_t place_count;
} ft_link;

/* Whether a link is of the law that the one before it in the text names: 该法第
 * 三条, or 和第五条 behind 《…》第三条. */
bool ft_link_shares_law(const ft_link *link);

/* What reading needs, one text after another. */
typedef struct ft_link_reader {
    ft_folded folded;
    ft_array places; /* of ft_listed_place */
} ft_link_reader;

ft_link_reader ft_link_reader_new(void);
void ft_link_reader_finish(ft_link_reader *reader);

/* Pushes the links (ft_link) of a text in their order. What they point to lives
 * in `arena`. */
fatiao_status ft_link_read(ft_link_reader *reader, const char *text,
                           size_t byte_count, ft_arena *arena, ft_array *links,
                           fatiao_error *error);

#endif
