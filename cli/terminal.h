/* What stands at the other end of a stream: a terminal, how wide, and whether
 * it wants colour. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

typedef enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_when;

/* The sequences to write before and after a piece of text, "" without colour;
 * only a mark is then written in 【 】. */
typedef struct text_style {
    const char *citation;
    const char *place;
    const char *dim;
    const char *mark;
    const char *mark_end;
    const char *end;
} text_style;

bool terminal_is(int descriptor);
/* Whether it is one that can move its cursor: TERM is set and not "dumb". */
bool terminal_can_draw(int descriptor);
/* Columns of the terminal, 80 if that is not known. */
unsigned terminal_columns(int descriptor);
/* The style for standard output. With `auto`, colour is for terminals, unless
 * NO_COLOR is set to something or TERM is "dumb". */
const text_style *terminal_style(color_when when);

#endif
