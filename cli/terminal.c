/* What stands at the other end of a stream. */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const text_style plain = {
    .citation = "",
    .place = "",
    .dim = "",
    .mark = "【",
    .mark_end = "】",
    .end = "",
};

static const text_style colored = {
    .citation = "\033[1m",
    .place = "\033[35m",
    .dim = "\033[2m",
    .mark = "\033[1;31m",
    .mark_end = "\033[m",
    .end = "\033[m",
};

static bool
has_value(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0';
}

bool
terminal_is(int descriptor)
{
    return isatty(descriptor) == 1;
}

bool
terminal_can_draw(int descriptor)
{
    const char *name = getenv("TERM");
    return terminal_is(descriptor) && name != NULL && strcmp(name, "dumb") != 0;
}

unsigned
terminal_columns(int descriptor)
{
    struct winsize size = {0};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

const text_style *
terminal_style(color_when when)
{
    if (when == COLOR_ALWAYS)
        return &colored;
    if (when == COLOR_NEVER || !terminal_can_draw(STDOUT_FILENO) ||
        has_value("NO_COLOR"))
        return &plain;
    return &colored;
}
