/* A pager between the program and a person: $FATIAO_PAGER, else $PAGER, else
 * less. */
#ifndef CLI_PAGER_H
#define CLI_PAGER_H

#include <stdbool.h>

/* Sends standard output through the pager, if it is a terminal and there is a
 * pager. To be called before the first byte is written, and after the style
 * was chosen. */
void pager_start(void);

/* Closes standard output and waits for the pager to end. False if none was
 * started. */
bool pager_finish(void);

#endif
