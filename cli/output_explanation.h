/* Explanations as people read them, in their language. */
#ifndef CLI_OUTPUT_EXPLANATION_H
#define CLI_OUTPUT_EXPLANATION_H

#include <stddef.h>

#include <fatiao/fatiao.h>

#include "terminal.h"

void output_explanations(fatiao_explanation *const *explanations, size_t count,
                         const text_style *style);

/* The name of an absence in output for programs; NULL for none. */
const char *output_absence_name(fatiao_absence absence);

#endif
