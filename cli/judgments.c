/* Reading files of judgments. */
#include "judgments.h"

#include <stdlib.h>
#include <string.h>

#include "codepoint.h"
#include "input.h"
#include "memory.h"
#include "message.h"

static const char blanks[] = " \t\r";

/* Cuts the first word off `*rest`. */
static char *
first_word(char **rest)
{
    char *word = *rest + strspn(*rest, blanks);
    char *end = word + strcspn(word, blanks);
    *rest = *end == '\0' ? end : end + 1;
    *end = '\0';
    return word;
}

/* Cuts the last word off `text`, and the blanks around it. */
static char *
last_word(char *text)
{
    char *end = text + strlen(text);
    while (end > text && strchr(blanks, end[-1]) != NULL)
        *--end = '\0';
    char *word = end;
    while (word > text && strchr(blanks, word[-1]) == NULL)
        word--;
    for (end = word; end > text && strchr(blanks, end[-1]) != NULL;)
        *--end = '\0';
    return word;
}

static bool
is_grade(const char *text)
{
    const char *digits = text + (*text == '-');
    return *digits != '\0' && strspn(digits, "0123456789") == strlen(digits);
}

/* Whether a grade is that of an answer: above 0. */
static bool
is_answer(const char *grade)
{
    return grade[0] != '-' && strspn(grade, "0") < strlen(grade);
}

/* Takes a line apart; false if it is no judgment. One that is empty, or whose
 * grade is 0, gives no item. */
static bool
add_line(judgments *j, char *line, size_t number)
{
    if (line[strspn(line, blanks)] == '\0')
        return true;
    char *rest = line;
    const char *query_id = first_word(&rest);
    first_word(&rest);
    rest += strspn(rest, blanks);
    const char *grade = last_word(rest);
    if (grade == rest || *rest == '\0' || !is_grade(grade))
        return false;
    if (!is_answer(grade))
        return true;
    j->items = memory_grow(j->items, j->count, sizeof(*j->items));
    j->items[j->count++] = (judgment){query_id, rest, number};
    return true;
}

static int
compare_judgments(const void *left, const void *right)
{
    const judgment *a = left;
    const judgment *b = right;
    const int order = strcmp(a->query_id, b->query_id);
    if (order != 0)
        return order;
    return a->line < b->line ? -1 : a->line > b->line;
}

bool
judgments_read(const char *path, judgments *out)
{
    *out = (judgments){0};
    char *bytes = NULL;
    size_t byte_count = 0;
    if (!input_load(path, &bytes, &byte_count))
        return false;
    out->bytes = memory_text(bytes, byte_count);
    free(bytes);
    char *rest = out->bytes;
    for (size_t number = 1; rest != NULL; number++) {
        char *line = strsep(&rest, "\n");
        if (!codepoint_text_is_valid(line) || !add_line(out, line, number)) {
            message_error(
                "%s:%zu: is not a query id, 0, an article and a grade", path,
                number);
            judgments_free(out);
            return false;
        }
    }
    if (out->count > 1)
        qsort(out->items, out->count, sizeof(*out->items), compare_judgments);
    return true;
}

void
judgments_free(judgments *all)
{
    free(all->bytes);
    free(all->items);
    all->items = NULL;
    all->bytes = NULL;
    all->count = 0;
}

size_t
judgments_find(const judgments *all, const char *query_id, size_t *first)
{
    size_t low = 0;
    size_t high = all->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(all->items[middle].query_id, query_id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < all->count &&
           strcmp(all->items[high].query_id, query_id) == 0)
        high++;
    return high - low;
}
