/* Where the index and the shipped statutes lie, and how a path is shown. */
#include "places.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"
#include "message.h"

static const char *
value_of(const char *name)
{
    const char *value = getenv(name);
    return value == NULL || value[0] == '\0' ? NULL : value;
}

char *
places_index(const char *given, bool *is_default)
{
    if (is_default != NULL)
        *is_default = given == NULL;
    if (given != NULL)
        return memory_format("%s", given);
    const char *named = value_of("FATIAO_INDEX");
    if (named != NULL)
        return memory_format("%s", named);
    /* The XDG specification has relative paths ignored. */
    const char *data = value_of("XDG_DATA_HOME");
    if (data != NULL && data[0] == '/')
        return memory_format("%s/fatiao/index", data);
    const char *home = value_of("HOME");
    if (home != NULL)
        return memory_format("%s/.local/share/fatiao/index", home);
    message_error("no place for the index: HOME is not set; name a folder "
                  "with --index or FATIAO_INDEX");
    return NULL;
}

static bool
is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

char *
places_corpus(void)
{
    const char *named = value_of("FATIAO_CORPUS");
    if (named != NULL)
        return memory_format("%s", named);
    if (is_folder(FATIAO_CORPUS_INSTALLED))
        return memory_format("%s", FATIAO_CORPUS_INSTALLED);
    if (is_folder(FATIAO_CORPUS_SOURCE))
        return memory_format("%s", FATIAO_CORPUS_SOURCE);
    return NULL;
}

bool
places_make_parents(const char *path)
{
    char *folder = memory_format("%s", path);
    bool made = true;
    for (char *end = strchr(folder + 1, '/'); made && end != NULL;
         end = strchr(end + 1, '/')) {
        *end = '\0';
        if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
            message_error("%s: %s", folder, strerror(errno));
            made = false;
        }
        *end = '/';
    }
    free(folder);
    return made;
}

const char *
places_shown(const char *path)
{
    char here[PATH_MAX];
    if (getcwd(here, sizeof(here)) == NULL)
        return path;
    const size_t length = strcmp(here, "/") == 0 ? 0 : strlen(here);
    if (strncmp(path, here, length) != 0 || path[length] != '/' ||
        path[length + 1] == '\0')
        return path;
    return path + length + 1;
}
