/* Which files of statutes there are. */
#include "input_files.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fatiao/fatiao.h>

#include "codepoint.h"
#include "memory.h"
#include "message.h"

/* The length of a name without its ending; 0 where the ending is not one of a
 * statute. */
static size_t
stem_length(const char *name)
{
    static const char *const endings[] = {".md", ".markdown", ".txt"};
    const size_t length = strlen(name);
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        const size_t ending = strlen(endings[i]);
        if (length > ending &&
            strcasecmp(name + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return 0;
}

/* Whether an id may not hold this name: '#' begins a fragment. */
static bool
has_forbidden(const char *name)
{
    for (; *name != '\0'; name++) {
        const unsigned char byte = (unsigned char)*name;
        if (byte == '#' || byte < 0x20 || byte == 0x7F)
            return true;
    }
    return false;
}

static input_file *
add(input_files *files, const char *path, const char *problem)
{
    files->items =
        memory_grow(files->items, files->count, sizeof(files->items[0]));
    input_file *file = &files->items[files->count++];
    *file = (input_file){.problem = problem};
    file->path = memory_format("%s", path);
    return file;
}

/* Adds a file that is there. `name` is its path below the root. */
static void
add_file(input_files *files, const char *path, const char *name,
         const struct stat *info, bool is_named)
{
    const size_t length = stem_length(name);
    if (!S_ISREG(info->st_mode)) {
        if (length > 0 || is_named)
            add(files, path, "is neither a file nor a folder");
        return;
    }
    if (length == 0) {
        input_file *other =
            add(files, path, "does not end in .md, .markdown or .txt");
        other->is_other_kind = !is_named;
        return;
    }
    const char *problem = NULL;
    if (!codepoint_text_is_valid(path))
        problem = "its name is not UTF-8";
    else if (has_forbidden(name))
        problem = "its name has a '#' or a control character";
    else if ((uint64_t)info->st_size > FATIAO_STATUTE_BYTES_MAX)
        problem = "is larger than 64 MiB";
    input_file *file = add(files, path, problem);
    file->byte_count = (uint64_t)info->st_size;
    if (problem == NULL)
        file->id = memory_text(name, length);
}

static int
is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void walk(input_files *files, const char *folder, const char *below);

/* One entry of a folder. `below` is the folder's path below the root, "" or
 * ended with '/'. */
static void
walk_entry(input_files *files, const char *folder, const char *below,
           const char *entry)
{
    char *path = memory_format("%s/%s", folder, entry);
    char *name = memory_format("%s%s", below, entry);
    struct stat info;
    struct stat target;
    if (lstat(path, &info) != 0 || stat(path, &target) != 0) {
        if (stem_length(entry) > 0)
            add(files, path, strerrordesc_np(errno));
    } else if (S_ISDIR(info.st_mode)) {
        char *deeper = memory_format("%s/", name);
        walk(files, path, deeper);
        free(deeper);
    } else if (!S_ISDIR(target.st_mode)) {
        add_file(files, path, name, &target, false);
    }
    free(name);
    free(path);
}

static void
walk(input_files *files, const char *folder, const char *below)
{
    struct dirent **entries = NULL;
    const int count = scandir(folder, &entries, is_visible, by_bytes);
    if (count < 0) {
        add(files, folder, strerrordesc_np(errno));
        files->is_incomplete = true;
        return;
    }
    for (int i = 0; i < count; i++) {
        walk_entry(files, folder, below, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

/* The real path of a file's folder with the file's own name: where it lies,
 * under the name it was given. NULL, with errno, if the folder is not there. */
static char *
absolute_path(const char *path, bool is_folder)
{
    char real[PATH_MAX];
    if (is_folder)
        return realpath(path, real) == NULL ? NULL : memory_format("%s", real);
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    char *folder = slash == NULL ? memory_format(".")
                                 : memory_text(path, (size_t)(name - path));
    const bool found = realpath(folder, real) != NULL;
    free(folder);
    if (!found)
        return NULL;
    return memory_format("%s/%s", strcmp(real, "/") == 0 ? "" : real, name);
}

/* The part of `path` below `root`, both absolute; NULL if it is not below. */
static const char *
below_root(const char *path, const char *root)
{
    const size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
    if (strncmp(path, root, length) != 0)
        return NULL;
    if (path[length] == '\0')
        return path + length;
    return path[length] == '/' ? path + length + 1 : NULL;
}

/* Adds what lies at the absolute `path`; `below` is its path below the root,
 * NULL if no root was given. */
static void
add_found(input_files *files, const char *path, const char *below,
          const struct stat *info)
{
    if (S_ISDIR(info->st_mode)) {
        const bool is_root = below == NULL || below[0] == '\0';
        char *prefix =
            memory_format("%s%s", is_root ? "" : below, is_root ? "" : "/");
        walk(files, path, prefix);
        free(prefix);
        return;
    }
    const char *name = below == NULL ? strrchr(path, '/') + 1 : below;
    add_file(files, path, name, info, true);
}

void
input_files_add(input_files *files, const char *path, const char *root)
{
    char *absolute = NULL;
    char *absolute_root = NULL;
    const char *below = NULL;
    struct stat info;
    if (stat(path, &info) == 0)
        absolute = absolute_path(path, S_ISDIR(info.st_mode));
    if (absolute == NULL) {
        add(files, path, strerrordesc_np(errno));
        files->is_incomplete = true;
        goto done;
    }
    if (root != NULL) {
        absolute_root = absolute_path(root, true);
        if (absolute_root != NULL)
            below = below_root(absolute, absolute_root);
        if (below == NULL) {
            add(files, path, "does not lie below the folder of --root");
            goto done;
        }
    }
    add_found(files, absolute, below, &info);
done:
    free(absolute_root);
    free(absolute);
}

bool
input_files_add_list(input_files *files, const char *list, const char *root)
{
    FILE *in = strcmp(list, "-") == 0 ? stdin : fopen(list, "re");
    if (in == NULL) {
        message_error("%s: %s", list, strerror(errno));
        return false;
    }
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length = 0;
    while ((length = getline(&line, &capacity, in)) > 0) {
        while (length > 0 &&
               (line[length - 1] == '\n' || line[length - 1] == '\r'))
            line[--length] = '\0';
        if (length == 0)
            continue;
        char *path = line[0] == '/' ? memory_format("%s", line)
                                    : memory_format("%s/%s", root, line);
        input_files_add(files, path, root);
        free(path);
    }
    const bool failed = ferror(in) != 0;
    if (failed)
        message_error("%s: %s", list, strerror(errno));
    free(line);
    if (in != stdin)
        fclose(in);
    return !failed;
}

static int
by_id_then_order(const void *a, const void *b)
{
    const input_file *const *left = a;
    const input_file *const *right = b;
    const int order = strcmp((*left)->id, (*right)->id);
    if (order != 0)
        return order;
    return *left < *right ? -1 : *left > *right;
}

void
input_files_mark_duplicates(input_files *files)
{
    input_file **sorted = memory_new(files->count, sizeof(input_file *));
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        if (files->items[i].id != NULL)
            sorted[count++] = &files->items[i];
    }
    qsort(sorted, count, sizeof(sorted[0]), by_id_then_order);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i]->id, sorted[i - 1]->id) != 0)
            continue;
        if (strcmp(sorted[i]->path, sorted[i - 1]->path) == 0)
            sorted[i]->is_repeated = true;
        else
            sorted[i]->problem = "another file of this run has the same id";
    }
    free(sorted);
}

void
input_files_free(input_files *files)
{
    for (size_t i = 0; i < files->count; i++) {
        free(files->items[i].path);
        free(files->items[i].id);
    }
    free(files->items);
    *files = (input_files){0};
}
