/* The yardstick of the bench: yard FILE cuts each line of a UTF-8 text into
 * words with ICU, as plainly as can be, and prints the bytes, the words and
 * the seconds of processor time that took. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { LINE_UNITS_MAX = 1 << 20 };

static double
processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The number of words of a line. */
static size_t
cut(UBreakIterator *words, const char *line, size_t byte_count,
    UErrorCode *status)
{
    static UChar units[LINE_UNITS_MAX];
    int32_t unit_count = 0;
    size_t count = 0;
    u_strFromUTF8(units, LINE_UNITS_MAX, &unit_count, line, (int32_t)byte_count,
                  status);
    ubrk_setText(words, units, unit_count, status);
    while (U_SUCCESS(*status) && ubrk_next(words) != UBRK_DONE)
        count++;
    return count;
}

int
main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (file == NULL || U_FAILURE(status)) {
        fputs("usage: yard FILE\n", stderr);
        return 2;
    }
    char *line = NULL;
    size_t capacity = 0;
    size_t byte_count = 0;
    size_t word_count = 0;
    double seconds = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, file)) > 0) {
        const double start = processor_seconds();
        word_count += cut(words, line, (size_t)length, &status);
        seconds += processor_seconds() - start;
        byte_count += (size_t)length;
    }
    printf("%zu\t%zu\t%.6f\n", byte_count, word_count, seconds);
    free(line);
    ubrk_close(words);
    fclose(file);
    return U_FAILURE(status) ? 2 : 0;
}
