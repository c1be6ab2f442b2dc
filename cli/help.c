/* The help texts: chooses the language and the command. */
#include "help.h"

#include <stdlib.h>
#include <string.h>

#include "help_table.h"

bool
help_is_chinese(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return strncmp(value, "zh", 2) == 0;
    }
    return false;
}

bool
help_print(FILE *out, const char *command)
{
    const char *name = command == NULL ? "" : command;
    for (const help_text *text = help_texts; text->command != NULL; text++) {
        if (strcmp(text->command, name) != 0)
            continue;
        fputs(help_is_chinese() ? text->chinese : text->english, out);
        return true;
    }
    return false;
}
