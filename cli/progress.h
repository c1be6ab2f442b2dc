/* The bar that shows how far a long run has come, on a terminal and nowhere
 * else:
 *
 *     [######··········] 1204/3475 laws  6120 articles/s  0:14 left
 *
 * It stands on one line of standard error, which progress_clear wipes before
 * a message is printed. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

/* Begins, and says at once that something is going on. */
void progress_begin(const char *what);
/* How much there is to do. */
void progress_total(size_t statute_count, uint64_t byte_count);
/* How much has been done: statutes and articles that are safely in, bytes that
 * have been read. Draws ten times a second at most. */
void progress_update(size_t statute_count, uint64_t byte_count,
                     uint64_t article_count);
void progress_clear(void);
void progress_end(void);

/* Seconds on a clock that only goes forward. */
double progress_clock(void);

#endif
