/* The help texts: chooses the language and the command. */
#include "help.h"

#include <stdlib.h>
#include <string.h>

#include "help_text.h"

/* As gettext would choose the language of messages. */
static bool
is_chinese_wanted(void)
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
        fputs(is_chinese_wanted() ? text->chinese : text->english, out);
        return true;
    }
    return false;
}
