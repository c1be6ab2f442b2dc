/* Standard output from the first byte to the last: through a pager where a
 * person reads it, and with every failed write noticed. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

/* Makes sure that the three standard streams are open, so that no file opened
 * later takes the place of one. */
void output_prepare(void);

/* Ends the output, waits for the pager and returns `exit_code`; or, with a
 * message printed, EXIT_CODE_ERROR if not all could be written. */
int output_finish(int exit_code);

#endif
