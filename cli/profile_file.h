/* What an owner says of a firm, in a file of YAML (docs/match.md) or on the
 * command line. */
#ifndef CLI_PROFILE_FILE_H
#define CLI_PROFILE_FILE_H

#include <fatiao/fatiao.h>

/* Puts what a file says; "-" is standard input. False, with a message printed
 * that names file, line and column, if it cannot be understood. */
bool profile_file_read(const char *path, fatiao_profile *profile);

/* Puts one value, or several between 、 or commas. */
fatiao_status profile_file_put(fatiao_profile *profile, fatiao_profile_key key,
                               const char *values, fatiao_error *error);

#endif
