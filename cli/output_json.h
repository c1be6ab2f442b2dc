/* Results for programs: one JSON object, described in README.md. */
#ifndef CLI_OUTPUT_JSON_H
#define CLI_OUTPUT_JSON_H

#include <fatiao/fatiao.h>

#include <jansson.h>

/* An object with the schema, and printing one, which is then released. */
json_t *output_json_begin(void);
void output_json_end(json_t *object);

/* `problem` is that of the query, or NULL. Each hit comes with what it refers
 * to, which is looked up with `searcher`. */
void output_json_hits(fatiao_searcher *searcher, const char *query,
                      const fatiao_error *problem, const fatiao_hits *hits);

void output_json_explanations(const char *query,
                              fatiao_explanation *const *explanations,
                              size_t count);

/* `id` is that of the statute. */
void output_json_node(const fatiao_statute *statute, const fatiao_node *node,
                      const char *id, const char *citation, const char *source);

void output_json_outline(const fatiao_statute *statute, const char *id,
                         const char *source);

void output_json_catalog(const fatiao_catalog *catalog);

/* What lint saw in one file; `statute` is NULL where the file could not be
 * read, and `problem` says why. Goes into the list for output_json_lint. */
json_t *output_json_lint_file(const char *path, const fatiao_statute *statute,
                              const char *problem);
/* Takes over `files`. */
void output_json_lint(json_t *files);

#endif
