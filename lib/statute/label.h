/* The grammar of a statute's lines: what a line begins with and so what it is.
 *
 *     第一章 总则               CHAPTER 1, then the title
 *     第一百二十条之三 以…      ARTICLE 120-3, then the text
 *     一、将第六条修改为：      ENUM 1 (decisions are counted so)
 *     （二) 有下列…             ENUM 2, in brackets of any kind
 *     附件1：标准               ANNEX 1, then the title
 *
 * Decided by the label alone, never by the depth of a heading. */
#ifndef FT_STATUTE_LABEL_H
#define FT_STATUTE_LABEL_H

#include "base/strbuf.h"
#include "statute/line.h"

typedef enum ft_label_kind {
    FT_LABEL_NONE,
    FT_LABEL_PART,     /* 第一编 */
    FT_LABEL_SUBPART,  /* 第一分编 */
    FT_LABEL_CHAPTER,  /* 第一章 */
    FT_LABEL_SECTION,  /* 第一节 */
    FT_LABEL_ARTICLE,  /* 第一条 */
    FT_LABEL_ENUM,     /* one of a list; see `form` */
    FT_LABEL_ANNEX,    /* 附件 附表 附录 附图 附 */
    FT_LABEL_PREAMBLE, /* 序言, a line of its own */
    FT_LABEL_CONTENTS, /* 目录, a line of its own */
    FT_LABEL_NAMED     /* 总则 附则 分则 总纲, a line of its own */
} ft_label_kind;

/* How a list counts, from its outermost form inward. */
typedef enum ft_enum_form {
    FT_FORM_COMMA = 1,       /* 一、 */
    FT_FORM_BRACKETS,        /* （一） */
    FT_FORM_ARABIC,          /* 1. 1． 1、 */
    FT_FORM_ARABIC_BRACKETS, /* （1） 1） ⑴ */
    FT_FORM_CIRCLE,          /* ① */
    FT_FORM_LETTER,          /* a) */
    FT_FORM_COUNT
} ft_enum_form;

typedef struct ft_label {
    ft_label_kind kind;
    ft_enum_form form;
    uint32_t number; /* 0 where a label has none */
    uint32_t suffix;
    uint32_t byte_count; /* the label takes these bytes of the line */
    bool is_glued;       /* text follows without a blank */
    bool is_repaired;    /* see ft_label_print */
} ft_label;

/* What `line` begins with. A heading may have no blank behind its label. */
ft_label ft_label_parse(const ft_line *line);

/* Appends the label as it should be written: without the blanks and markup
 * inside, 笫 as 第, a dash in a number as 一. */
void ft_label_print(const ft_line *line, const ft_label *label, ft_strbuf *out);

/* Whether the kind is one of PART, SUBPART, CHAPTER, SECTION. */
bool ft_label_is_division(const ft_label *label);

/* Whether words behind a glued 第…条 show that it is only mentioned there:
 * 第三十二条规定的行政处罚, 第五十一条第（二）项. */
bool ft_label_is_mention(const ft_line *line, const ft_label *label);

/* Whether a line ends as a sentence does, or as what introduces a list. */
bool ft_label_ends_sentence(const ft_line *line);

#endif
