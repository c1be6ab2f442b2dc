/* The bar that shows how far a long run has come. There is one terminal and
 * so one bar: its state is here and not in the caller's hands. */
#include "progress.h"

#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "terminal.h"

static struct {
    bool is_on;
    bool is_drawn;
    double started;
    double drawn;
    size_t statute_total;
    uint64_t byte_total;
} bar;

double
progress_clock(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
progress_begin(const char *what)
{
    bar.is_on = terminal_can_draw(STDERR_FILENO);
    bar.started = progress_clock();
    bar.drawn = 0;
    if (!bar.is_on)
        return;
    fprintf(stderr, "%s", what);
    bar.is_drawn = true;
}

void
progress_total(size_t statute_count, uint64_t byte_count)
{
    bar.statute_total = statute_count;
    bar.byte_total = byte_count;
    bar.started = progress_clock();
}

static void
draw_bar(double done, int width)
{
    fputs("\r\033[K[", stderr);
    for (int i = 0; i < width; i++)
        fputs(i < (int)(done * width) ? "#" : ".", stderr);
    fputs("]", stderr);
}

void
progress_update(size_t statute_count, uint64_t byte_count,
                uint64_t article_count)
{
    if (!bar.is_on)
        return;
    const double now = progress_clock();
    if (now - bar.drawn < 0.1)
        return;
    const double seconds = now - bar.started;
    const double done =
        bar.byte_total == 0 ? 0 : (double)byte_count / (double)bar.byte_total;
    const int width = (int)terminal_columns(STDERR_FILENO) - 54;
    draw_bar(done, width < 0 ? 0 : width > 40 ? 40 : width);
    fprintf(stderr, " %zu/%zu laws", statute_count, bar.statute_total);
    if (seconds > 0.2 && done > 0) {
        const unsigned left = (unsigned)(seconds / done - seconds + 0.5);
        if (article_count > 0)
            fprintf(stderr, "  %.0f articles/s",
                    (double)article_count / seconds);
        fprintf(stderr, "  %u:%02u left", left / 60, left % 60);
    }
    bar.drawn = now;
    bar.is_drawn = true;
}

void
progress_clear(void)
{
    if (bar.is_drawn)
        fputs("\r\033[K", stderr);
    bar.is_drawn = false;
    bar.drawn = 0;
}

void
progress_end(void)
{
    progress_clear();
    bar.is_on = false;
}
