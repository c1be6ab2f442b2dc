/* Prints the trees of statutes, for tests and for people who read them.
 *
 *     dump [--full] FILE…     --full prints whole texts and byte ranges
 *
 * One node a line: depth, kind, number, line, label, text. */
#include <fatiao/fatiao.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kind_names[] = {
    "STATUTE", "TITLE",   "EVENT",   "CONTENTS", "PREAMBLE",  "PART",
    "SUBPART", "CHAPTER", "SECTION", "ARTICLE",  "PARAGRAPH", "ITEM",
    "SUBITEM", "ANNEX",   "QUOTE",   "TABLE",    "SIGNATURE", "HEADING"};

static const char *const note_names[] = {"",          "repair", "gap",
                                         "duplicate", "tail",   "private-use"};

/* Prints text on one line, whole or its first 24 characters. */
static void
print_text(const char *text, bool is_full)
{
    size_t chars = 0;
    for (; *text != '\0'; text++) {
        if (((unsigned char)*text & 0xC0) != 0x80 && !is_full && chars++ == 24)
            break;
        if (*text == '\n')
            fputs("\\n", stdout);
        else
            putchar(*text);
    }
}

static void
print_node(const fatiao_node *node, bool is_full)
{
    int depth = 0;
    for (const fatiao_node *up = node->parent; up != NULL; up = up->parent)
        depth++;
    printf("%*s%s %u", is_full ? 0 : depth * 2, "", kind_names[node->kind],
           (unsigned)node->number);
    if (node->suffix > 0)
        printf("-%u", (unsigned)node->suffix);
    printf("%s line %u", node->is_ambiguous_tail ? " tail" : "",
           (unsigned)node->line);
    if (is_full)
        printf(" bytes %zu+%zu depth %d", node->byte_start, node->byte_count,
               depth);
    printf("\t%s\t", node->label);
    print_text(node->text, is_full);
    putchar('\n');
}

static void
print_statute(const fatiao_statute *statute, const char *path, bool is_full)
{
    printf("FILE\t%s\t%s%s\n", path, fatiao_statute_title(statute),
           fatiao_statute_is_draft(statute) ? "\tdraft" : "");
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        printf("EVENT-OF\t%s\t%04d-%02d-%02d\n", event->name, event->year,
               event->month, event->day);
    }
    const fatiao_node *node = fatiao_statute_root(statute)->child;
    for (; node != NULL; node = fatiao_node_following(node))
        print_node(node, is_full);
    for (size_t i = 0; i < fatiao_statute_note_count(statute); i++) {
        const fatiao_note *note = fatiao_statute_note_at(statute, i);
        printf("NOTE\t%s\t%u:%u\t%s\n", note_names[note->kind],
               (unsigned)note->line, (unsigned)note->column, note->message);
    }
}

static char *
read_file(const char *path, size_t *byte_count)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *bytes = NULL;
    fseek(file, 0, SEEK_END);
    const long length = ftell(file);
    rewind(file);
    if (length >= 0)
        bytes = malloc((size_t)length + 1);
    if (bytes != NULL)
        *byte_count = fread(bytes, 1, (size_t)length, file);
    fclose(file);
    return bytes;
}

static bool
dump(const char *path, bool is_full)
{
    size_t byte_count = 0;
    char *bytes = read_file(path, &byte_count);
    if (bytes == NULL) {
        perror(path);
        return false;
    }
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.name = path;
    fatiao_statute *statute;
    fatiao_error error;
    const fatiao_status status =
        fatiao_statute_parse(bytes, byte_count, &options, &statute, &error);
    if (status == FATIAO_OK)
        print_statute(statute, path, is_full);
    else
        fprintf(stderr, "%s:%u: %s\n", path, (unsigned)error.line,
                error.message);
    fatiao_statute_free(statute);
    free(bytes);
    return status == FATIAO_OK;
}

int
main(int argc, char **argv)
{
    const bool is_full = argc > 1 && strcmp(argv[1], "--full") == 0;
    bool is_good = true;
    for (int i = is_full ? 2 : 1; i < argc; i++)
        is_good = dump(argv[i], is_full) && is_good;
    return is_good ? 0 : 1;
}
