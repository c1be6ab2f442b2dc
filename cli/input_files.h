/* Which files of statutes there are. */
#ifndef CLI_INPUT_FILES_H
#define CLI_INPUT_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A file found. Its id is its path below the root without the ending:
 *
 *     root  /home/me/laws
 *     path  /home/me/laws/经济法/中小企业促进法(2017-09-01).md
 *     id                  经济法/中小企业促进法(2017-09-01)
 */
typedef struct input_file {
    char *path; /* absolute, or as given where it could not be found */
    char *id;   /* NULL where `problem` says that there is none */
    uint64_t byte_count;
    const char *problem; /* why it cannot be read, or NULL */
    bool is_other_kind;  /* met in a folder and no statute by its ending */
    bool is_repeated;    /* named before in the same run */
} input_file;

/* The files of a run, in the order in which they were named and, within a
 * folder, in the order of the bytes of their names. All zeros is none. */
typedef struct input_files {
    input_file *items;
    size_t count;
    bool is_incomplete; /* a folder could not be read */
} input_files;

/* Adds a file, or the files of a folder and the folders in it. Links to files
 * are followed, links to folders only where `path` is one; names that begin
 * with a dot are passed over. `root` NULL: the folder itself, or the one the
 * file lies in. What cannot be read is added with its problem. */
void input_files_add(input_files *files, const char *path, const char *root);

/* Adds what the lines of the file `list` ("-" is standard input) name, as seen
 * from `root`. False, with a message printed, if the list cannot be read. */
bool input_files_add_list(input_files *files, const char *list,
                          const char *root);

/* Marks files that were named before, and gives other files whose id one
 * before them has that problem. */
void input_files_mark_duplicates(input_files *files);

void input_files_free(input_files *files);

#endif
