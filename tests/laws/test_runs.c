/* Every run of 1 to 8 characters that stands in a clause finds that clause, and
 * in quotation marks finds nothing else.
 *
 *     test_runs LAWS_FOLDER WORK_FOLDER
 *
 * Indexes every 29th statute of LAWS_FOLDER, draws runs from their clauses
 * with a fixed seed and compares what the index finds with a plain search
 * through all clauses. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

enum { EVERY = 29, RUNS = 300, RUN_CHARS_MAX = 8 };

static void
die(const char *what, const fatiao_error *error)
{
    fprintf(stderr, "test_runs: %s: %s\n", what, error->message);
    exit(1);
}

/* ------------------------------------------------------------------- files */

static char *paths[8192];
static size_t path_count;

static int
add_path(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info;
    (void)walk;
    const size_t length = strlen(path);
    if (kind == FTW_F && length > 3 && strcmp(path + length - 3, ".md") == 0 &&
        path_count < sizeof(paths) / sizeof(paths[0]))
        paths[path_count++] = strdup(path);
    return 0;
}

static int
compare_paths(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static char *
read_file(const char *path, size_t *byte_count)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    *byte_count = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*byte_count + 1);
    if (fread(bytes, 1, *byte_count, file) != *byte_count) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return bytes;
}

/* ----------------------------------------------------------------- clauses */

/* A clause as the statute has it, and whether the last search found it. */
typedef struct known_clause {
    char *id;
    char *text;  /* as printed */
    char *plain; /* without blanks, half width, lower case */
    bool is_found;
} known_clause;

static known_clause *clauses;
static size_t clause_count;

static bool
skip_bytes(const char **at, const char *bytes)
{
    if (strncmp(*at, bytes, strlen(bytes)) != 0)
        return false;
    *at += strlen(bytes);
    return true;
}

static bool
skip_blank(const char **at)
{
    static const char *const blanks[] = {
        " ", "\t", "\n", "\u3000", "\u00A0", "\u2002", "\u2003", "\u200B"};
    for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
        if (skip_bytes(at, blanks[i]))
            return true;
    return false;
}

/* What a reader takes for the same text. U+FF01 to U+FF5E are the full-width
 * forms of U+0021 to U+007E. */
static char *
make_plain(const char *text)
{
    char *plain = malloc(strlen(text) + 1);
    char *to = plain;
    while (*text != '\0') {
        const unsigned char *u = (const unsigned char *)text;
        if (skip_blank(&text))
            continue;
        char c = *text;
        if (u[0] == 0xEF && (u[1] == 0xBC || u[1] == 0xBD) &&
            (u[1] == 0xBC ? u[2] >= 0x81 : u[2] <= 0x9E)) {
            c = (char)(u[1] == 0xBC ? u[2] - 0x60 : u[2] - 0x20);
            text += 2;
        }
        *to++ = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        text++;
    }
    *to = '\0';
    return plain;
}

/* The text of a clause and of what hangs below it and is no clause, as far as
 * it fits. */
static void
append_text(char *out, size_t capacity, const fatiao_node *node)
{
    const size_t length = strlen(out);
    snprintf(out + length, capacity - length, "%s%s%s", length > 0 ? "\n" : "",
             length > 0 ? node->label : "", node->text);
    const fatiao_node *child = node->child;
    for (; child != NULL; child = child->next)
        if (child->kind != FATIAO_NODE_PARAGRAPH &&
            child->kind != FATIAO_NODE_ITEM)
            append_text(out, capacity, child);
}

static void
add_clauses(const fatiao_statute *statute, const char *id)
{
    fatiao_error error;
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (node->kind != FATIAO_NODE_PARAGRAPH &&
            node->kind != FATIAO_NODE_ITEM)
            continue;
        char *fragment;
        if (fatiao_statute_fragment(statute, node, &fragment, &error))
            die(id, &error);
        clauses = realloc(clauses, (clause_count + 1) * sizeof(*clauses));
        known_clause *clause = &clauses[clause_count++];
        const size_t size = strlen(id) + strlen(fragment) + 2;
        clause->id = malloc(size);
        snprintf(clause->id, size, "%s#%s", id, fragment);
        clause->text = strdup(node->text);
        static char whole[1 << 20];
        whole[0] = '\0';
        append_text(whole, sizeof(whole), node);
        clause->plain = make_plain(whole);
        fatiao_text_free(fragment);
    }
}

static int
compare_clauses(const void *left, const void *right)
{
    return strcmp(((const known_clause *)left)->id,
                  ((const known_clause *)right)->id);
}

static void
index_laws(const char *folder, const char *index)
{
    fatiao_error error;
    fatiao_writer *writer;
    if (fatiao_writer_open(index, &writer, &error))
        die(index, &error);
    nftw(folder, add_path, 16, FTW_PHYS);
    qsort(paths, path_count, sizeof(paths[0]), compare_paths);
    for (size_t i = 0; i < path_count; i += EVERY) {
        const char *id = paths[i] + strlen(folder) + 1;
        size_t byte_count;
        char *bytes = read_file(paths[i], &byte_count);
        fatiao_statute *statute;
        fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
        options.name = paths[i];
        if (fatiao_statute_parse(bytes, byte_count, &options, &statute,
                                 &error) ||
            fatiao_writer_put(writer, id, statute, NULL, NULL, &error))
            die(id, &error);
        add_clauses(statute, id);
        fatiao_statute_free(statute);
        free(bytes);
    }
    if (fatiao_writer_commit(writer, &error))
        die("commit", &error);
    fatiao_writer_close(writer);
    qsort(clauses, clause_count, sizeof(*clauses), compare_clauses);
}

/* -------------------------------------------------------------------- runs */

static uint64_t seed = 20170901;

static size_t
draw(size_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(seed >> 33) % below;
}

static size_t
char_bytes(const char *at)
{
    size_t count = 1;
    while (((unsigned char)at[count] & 0xC0) == 0x80)
        count++;
    return count;
}

/* Draws a run of 1 to 8 characters from a clause's text; false if it is all
 * blank. */
static bool
draw_run(char *run, size_t capacity)
{
    const char *text = clauses[draw(clause_count)].text;
    size_t chars = 0;
    for (const char *at = text; *at != '\0'; at += char_bytes(at))
        chars++;
    if (chars == 0)
        return false;
    size_t skipped = draw(chars);
    while (skipped-- > 0)
        text += char_bytes(text);
    const char *end = text;
    for (size_t i = draw(RUN_CHARS_MAX) + 1; i > 0 && *end != '\0'; i--)
        end += char_bytes(end);
    const size_t byte_count = (size_t)(end - text);
    if (byte_count >= capacity)
        return false;
    memcpy(run, text, byte_count);
    run[byte_count] = '\0';
    char *plain = make_plain(run);
    const bool is_blank = plain[0] == '\0';
    free(plain);
    return !is_blank;
}

static size_t
count_marks(const fatiao_hit *hit)
{
    size_t marks = hit->title_mark_count + hit->heading_mark_count;
    for (size_t i = 0; i < hit->clause_count; i++)
        marks += hit->clauses[i].mark_count;
    return marks;
}

/* Sets is_found on the clauses that the question finds. */
static size_t
search(fatiao_searcher *searcher, const char *question)
{
    fatiao_error error;
    fatiao_query *query;
    fatiao_hits *hits;
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.limit = FATIAO_SEARCH_ALL;
    if (fatiao_query_parse(question, NULL, &query, &error) ||
        fatiao_searcher_search(searcher, query, &options, &hits, &error))
        die(question, &error);
    size_t faults = 0;
    for (size_t i = 0; i < clause_count; i++)
        clauses[i].is_found = false;
    for (size_t i = 0; i < fatiao_hits_count(hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        if (count_marks(hit) == 0) {
            printf("%s: %s comes back without a mark\n", question, hit->id);
            faults++;
        }
        for (size_t k = 0; k < hit->clause_count; k++) {
            known_clause key = {.id = (char *)(uintptr_t)hit->clauses[k].id};
            known_clause *clause = bsearch(&key, clauses, clause_count,
                                           sizeof(key), compare_clauses);
            if (clause != NULL)
                clause->is_found = true;
        }
    }
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    return faults;
}

/* Every clause with the run must be found. */
static size_t
check_run(fatiao_searcher *searcher, const char *run)
{
    size_t faults = search(searcher, run);
    for (size_t i = 0; i < clause_count; i++) {
        if (clauses[i].is_found || strstr(clauses[i].text, run) == NULL)
            continue;
        printf("%s: %s is not found\n", run, clauses[i].id);
        faults++;
    }
    return faults;
}

/* Whether a run has characters that folding takes for others; what they match
 * is for the tests of folding to say. */
static bool
is_folded_otherwise(const char *run)
{
    static const char *const folded[] = {
        "“",  "”",  "‘",  "’", "—",  "〇", "○", "零", "账", "帐",
        "第", "笫", "\"", "①", "㎡", "℃",  "…", "-",  "－"};
    for (size_t i = 0; i < sizeof(folded) / sizeof(folded[0]); i++)
        if (strstr(run, folded[i]) != NULL)
            return true;
    return false;
}

/* In quotation marks the run must find just the clauses it stands in. */
static size_t
check_phrase(fatiao_searcher *searcher, const char *run)
{
    if (is_folded_otherwise(run))
        return 0;
    char question[128];
    snprintf(question, sizeof(question), "“%s”", run);
    char *plain = make_plain(run);
    size_t faults = search(searcher, question);
    for (size_t i = 0; i < clause_count; i++) {
        const bool is_there = strstr(clauses[i].plain, plain) != NULL;
        if (is_there == clauses[i].is_found)
            continue;
        printf("%s: %s is %s\n", question, clauses[i].id,
               is_there ? "not found" : "found and does not have it");
        faults++;
    }
    free(plain);
    return faults;
}

int
main(int argument_count, char **arguments)
{
    if (argument_count != 3) {
        fprintf(stderr, "usage: test_runs LAWS_FOLDER WORK_FOLDER\n");
        return 2;
    }
    char index[4096];
    snprintf(index, sizeof(index), "%s/runs-XXXXXX", arguments[2]);
    if (mkdtemp(index) == NULL) {
        perror(index);
        return 1;
    }
    index_laws(arguments[1], index);
    fatiao_error error;
    fatiao_searcher *searcher;
    if (fatiao_searcher_open(index, &searcher, &error))
        die(index, &error);
    size_t faults = 0;
    size_t runs = 0;
    while (runs < RUNS) {
        char run[64];
        if (!draw_run(run, sizeof(run)))
            continue;
        faults += check_run(searcher, run);
        faults += check_phrase(searcher, run);
        runs++;
    }
    fatiao_searcher_close(searcher);
    printf("%zu runs from %zu clauses, %zu faults\n", runs, clause_count,
           faults);
    return faults > 0;
}
