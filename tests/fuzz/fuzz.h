/* What every fuzzer includes first: the entry point that libFuzzer, or
 * replay.c in its stead, calls with the bytes of one input. */
#ifndef FT_TESTS_FUZZ_H
#define FT_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Ends the program, and so the input is found, unless `holds`. */
static inline void
require(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count);

#endif
