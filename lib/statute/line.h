/* A document as lines with markup cut off: what the readers of Markdown and
 * of plain text both give.
 *
 *     ## 第一章 总则          { text 第一章 总则, heading_level 2, line 3 }
 *     **第一条** 为了…        { text 第一条\0\0 为了…, line 5 }
 *
 * Lines lie in a copy of the source in which markup is overwritten by NULs,
 * which no source may hold: so every offset in the copy is that of the source,
 * and whoever reads a line passes over NULs as if they were not there. */
#ifndef FT_STATUTE_LINE_H
#define FT_STATUTE_LINE_H

#include <fatiao/fatiao.h>

#include "base/array.h"

typedef enum ft_line_kind {
    FT_LINE_TEXT,
    FT_LINE_ROW,   /* of a table */
    FT_LINE_QUOTED /* marked as a quotation */
} ft_line_kind;

typedef struct ft_line {
    const char *text; /* in the copy, blanks and markup at its ends cut off */
    size_t byte_count;
    size_t byte_start; /* of `text` in the source */
    size_t line_start; /* of the whole line in the source */
    uint32_t line;     /* from 1 */
    ft_line_kind kind;
    uint8_t heading_level; /* 1 to 6, 0 if this is no heading */
} ft_line;

typedef struct ft_lines {
    char *copy;
    size_t byte_count;
    ft_array lines; /* of ft_line */
    /* The line of the comment that ends the head of a file from LawRefBook,
     * <!-- INFO END -->; 0 if there is none. */
    uint32_t head_end;
} ft_lines;

/* Copies `text` and splits it at LF, CRLF and CR, blank lines included. */
fatiao_status ft_lines_split(const char *text, size_t byte_count, ft_lines *out,
                             fatiao_error *error);
void ft_lines_finish(ft_lines *lines);

ft_line *ft_lines_at(const ft_lines *lines, size_t index);

/* Overwrites markup in the copy; line ends in it are kept. */
void ft_lines_cut(ft_lines *lines, size_t byte_start, size_t byte_count);
/* Cuts the bookmarks of a word processor, `[bookmark: _Toc23981]`. */
void ft_lines_cut_bookmarks(ft_lines *lines);
/* Cuts blanks off the ends of all lines and drops those that are then empty.
 * Called once, after all markup is cut. */
void ft_lines_trim(ft_lines *lines);

/* The character at `*byte_index`, NULs passed over; 0 at the end. The index
 * moves behind it. */
uint32_t ft_line_next(const ft_line *line, size_t *byte_index);
/* Whether nothing but blanks and NULs follows from `byte_index` on. */
bool ft_line_is_blank_from(const ft_line *line, size_t byte_index);
/* The index of the first character from `byte_index` on that is no blank. */
size_t ft_line_skip_blanks(const ft_line *line, size_t byte_index);
/* The last character, 0 if there is none. */
uint32_t ft_line_last(const ft_line *line);
/* Whether the line holds `text`. */
bool ft_line_holds(const ft_line *line, const char *text);
/* How many characters the line has, blanks not counted. */
size_t ft_line_char_count(const ft_line *line);
/* The rest of a line from `byte_index` on, as a line. */
ft_line ft_line_from(const ft_line *line, size_t byte_index);

#endif
