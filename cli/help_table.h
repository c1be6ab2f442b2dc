/* The words of the help, one entry for each command in each language. */
#ifndef CLI_HELP_TABLE_H
#define CLI_HELP_TABLE_H

typedef struct help_text {
    const char *command; /* "" for the program as a whole */
    const char *english;
    const char *chinese;
} help_text;

/* Ends with an entry whose command is NULL. */
extern const help_text help_texts[];

#endif
