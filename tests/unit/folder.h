/* A folder of its own for each test that writes files. */
#ifndef FT_TESTS_FOLDER_H
#define FT_TESTS_FOLDER_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

static inline int
folder_remove_entry(const char *path, const struct stat *info, int kind,
                    struct FTW *walk)
{
    (void)info;
    (void)kind;
    (void)walk;
    return remove(path);
}

/* Removes a folder and all that is in it. */
static inline void
folder_remove(const char *path)
{
    nftw(path, folder_remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

/* Makes an empty folder and returns its path, to be removed and freed. */
static inline char *
folder_make(void)
{
    const char *parent = getenv("TMPDIR");
    char *path = NULL;
    if (asprintf(&path, "%s/fatiao-test-XXXXXX",
                 parent == NULL ? "/tmp" : parent) < 0 ||
        mkdtemp(path) == NULL)
        abort();
    return path;
}

/* Removes and frees it. */
static inline void
folder_finish(char *path)
{
    folder_remove(path);
    free(path);
}

/* The path of `name` in the folder, to be freed. */
static inline char *
folder_path(const char *folder, const char *name)
{
    char *path = NULL;
    if (asprintf(&path, "%s/%s", folder, name) < 0)
        abort();
    return path;
}

#endif
