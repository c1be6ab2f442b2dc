/* From the questions that were put to a model's memory. */
#ifndef FT_LEARN_RECOLLECTION_H
#define FT_LEARN_RECOLLECTION_H

#include "learn/learner.h"
#include "model/recall.h"

/* Fills an empty memory. */
fatiao_status ft_recollection_make(fatiao_learner *learner, ft_recall *memory,
                                   fatiao_error *error);

#endif
