/* Models in files. */
#ifndef CLI_MODEL_FILE_H
#define CLI_MODEL_FILE_H

#include <stdbool.h>

#include <fatiao/fatiao.h>

/* False, with a message printed, if there is no whole model of this version in
 * the file. Freed with fatiao_model_free. */
bool model_file_read(const char *path, fatiao_model **out);

/* Writes the file whole or not at all; false, with a message printed, if it
 * cannot be written. */
bool model_file_write(const char *path, const fatiao_model *model);

#endif
