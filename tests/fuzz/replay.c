/* Stands in for libFuzzer where the compiler has none: hands each file of the
 * folders named to the fuzzer, once. */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static void
replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return;
    /* As large as the input and no larger, for an overrun to be seen. */
    fseek(file, 0, SEEK_END);
    const size_t byte_count = (size_t)ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(byte_count == 0 ? 1 : byte_count);
    if (bytes != NULL && fread(bytes, 1, byte_count, file) == byte_count)
        LLVMFuzzerTestOneInput(bytes, byte_count);
    free(bytes);
    fclose(file);
}

int
main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        struct dirent *entry;
        while (folder != NULL && (entry = readdir(folder)) != NULL) {
            char path[4096];
            if (entry->d_name[0] == '.')
                continue;
            snprintf(path, sizeof(path), "%s/%s", argv[i], entry->d_name);
            replay(path);
            count++;
        }
        if (folder != NULL)
            closedir(folder);
    }
    printf("%d inputs\n", count);
    return count == 0;
}
