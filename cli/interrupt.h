/* Being asked to stop. After interrupt_catch, the first SIGINT, SIGTERM or
 * SIGHUP is only remembered, so that work can end in order; a second one ends
 * the program at once. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

void interrupt_catch(void);
/* The signal that came, or 0. */
int interrupt_signal(void);

#endif
