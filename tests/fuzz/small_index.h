/* A small index for the fuzzers that ask questions: made once in a folder of
 * its own, which is taken away when the process ends. */
#ifndef FT_TESTS_SMALL_INDEX_H
#define FT_TESTS_SMALL_INDEX_H

#include <fatiao/fatiao.h>

/* The searcher, the same for each call. Ends the program if it cannot be
 * made. */
fatiao_searcher *small_index_searcher(void);

#endif
