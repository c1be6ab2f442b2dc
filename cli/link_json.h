/* Links and checks for programs, as README.md describes them. */
#ifndef CLI_LINK_JSON_H
#define CLI_LINK_JSON_H

#include <fatiao/fatiao.h>

#include <jansson.h>

/* A list of links, each with the clause that it stands in. */
json_t *link_json_list(const fatiao_links *links);

void link_json_refs(const char *id, const char *citation,
                    const fatiao_links *links, const fatiao_links *backlinks);

/* The citations of one file; `checks` is NULL where it could not be read, and
 * `problem` says why. Goes into the list for link_json_checked. */
json_t *link_json_checked_file(const char *path, const fatiao_checks *checks,
                               const char *problem);
/* Takes over `files`. */
void link_json_checked(json_t *files);

#endif
