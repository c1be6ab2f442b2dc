/* The help texts, in Chinese where the user's language is, else in English. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdbool.h>
#include <stdio.h>

/* Prints the help of a command, or with NULL that of the program. False if
 * there is no such command. */
bool help_print(FILE *out, const char *command);

/* Whether the user's language is Chinese, as gettext would tell. */
bool help_is_chinese(void);

#endif
