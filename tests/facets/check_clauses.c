/* Clauses with what must and what must not be read from them:
 *
 *     对创业担保贷款给予贴息。          a clause
 *     + measure 贴息                    it has this value
 *     - measure 保险                    it has not
 *     = force 给予                      these, by semicolons, are all
 *     + number 十日内 <=P10D 期限       comparator and amount, basis
 *
 * Prints file:line: what for each that does not hold. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

static const char frame[] = "# 某市中小企业促进条例\n\n第一条 %s\n";

typedef struct check {
    const char *path;
    unsigned line;
    unsigned fault_count;
    unsigned check_count;
    fatiao_statute *statute;
    fatiao_facets *facets;
} check;

static void
forget(check *c)
{
    fatiao_facets_free(c->facets);
    fatiao_statute_free(c->statute);
    c->facets = NULL;
    c->statute = NULL;
}

static void
read_clause(check *c, const char *text)
{
    char bytes[4096];
    forget(c);
    const int length = snprintf(bytes, sizeof(bytes), frame, text);
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.format = FATIAO_FORMAT_MARKDOWN;
    if (length < 0 || (size_t)length >= sizeof(bytes) ||
        fatiao_statute_parse(bytes, (size_t)length, &options, &c->statute,
                             NULL) != FATIAO_OK)
        exit(EXIT_FAILURE);
    const fatiao_node *node = fatiao_statute_find(c->statute, "1.1");
    if (node == NULL ||
        fatiao_facets_read(c->statute, node, &c->facets, NULL) != FATIAO_OK)
        exit(EXIT_FAILURE);
}

static const fatiao_facet_value *
find(const check *c, const char *facet, const char *name)
{
    for (size_t i = 0; i < fatiao_facets_count(c->facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(c->facets, i);
        if (strcmp(fatiao_facet_name(value->facet), facet) == 0 &&
            strcmp(value->name, name) == 0)
            return value;
    }
    return NULL;
}

static void
fail(check *c, const char *facet, const char *what)
{
    c->fault_count++;
    printf("%s:%u: %s %s; read:", c->path, c->line, facet, what);
    for (size_t i = 0; i < fatiao_facets_count(c->facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(c->facets, i);
        if (strcmp(fatiao_facet_name(value->facet), facet) == 0)
            printf(" %s(%s%s)", value->name, value->comparator, value->amount);
    }
    putchar('\n');
}

/* All values of the facet, and no others, in any order. */
static void
check_all(check *c, const char *facet, char *names)
{
    size_t wanted = 0;
    for (char *name = strtok(names, ";"); name != NULL;
         name = strtok(NULL, ";")) {
        wanted++;
        if (find(c, facet, name) == NULL)
            fail(c, facet, name);
    }
    size_t there = 0;
    for (size_t i = 0; i < fatiao_facets_count(c->facets); i++)
        there +=
            strcmp(fatiao_facet_name(fatiao_facets_at(c->facets, i)->facet),
                   facet) == 0;
    if (there != wanted)
        fail(c, facet, "has other values");
}

/* "百分之三十以上 >=0.3 预算总额": name, then comparator with amount, basis. */
static void
check_number(check *c, char *words)
{
    char *rest = strstr(words, " >");
    rest = rest != NULL ? rest : strstr(words, " <");
    rest = rest != NULL ? rest : strrchr(words, ' ');
    char *amount = NULL;
    char *basis = NULL;
    if (rest != NULL) {
        *rest = '\0';
        amount = rest + 1;
        basis = strchr(amount, ' ');
    }
    if (basis != NULL)
        *basis++ = '\0';
    const fatiao_facet_value *value = find(c, "number", words);
    char read[128] = "";
    if (value != NULL)
        snprintf(read, sizeof(read), "%s%s", value->comparator, value->amount);
    if (value == NULL || (amount != NULL && strcmp(read, amount) != 0) ||
        (basis != NULL && strcmp(value->basis, basis) != 0))
        fail(c, "number", words);
}

static void
check_line(check *c, char *line)
{
    char *facet = line + 2;
    char *name = strchr(facet, ' ');
    if (name != NULL)
        *name++ = '\0';
    c->check_count++;
    if (line[0] == '=')
        check_all(c, facet, name != NULL ? name : facet + strlen(facet));
    else if (name == NULL)
        fail(c, facet, "without a value");
    else if (line[0] == '-' && find(c, facet, name) != NULL)
        fail(c, facet, name);
    else if (line[0] == '+' && strcmp(facet, "number") == 0)
        check_number(c, name);
    else if (line[0] == '+' && find(c, facet, name) == NULL)
        fail(c, facet, name);
}

static void
check_file(check *c)
{
    char line[4096];
    FILE *file = fopen(c->path, "r");
    if (file == NULL) {
        perror(c->path);
        exit(EXIT_FAILURE);
    }
    while (fgets(line, sizeof(line), file) != NULL) {
        c->line++;
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '\0' || line[0] == '#')
            continue;
        if (line[1] == ' ' && strchr("+-=", line[0]) != NULL)
            check_line(c, line);
        else
            read_clause(c, line);
    }
    fclose(file);
}

int
main(int count, char **paths)
{
    unsigned faults = 0;
    for (int i = 1; i < count; i++) {
        check c = {.path = paths[i]};
        check_file(&c);
        forget(&c);
        faults += c.fault_count + (c.check_count == 0);
    }
    return faults == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
