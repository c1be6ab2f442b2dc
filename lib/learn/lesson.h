/* Learning how to order: the trees of a model, out of the rows that its own
 * questions would be answered from. While a question is asked, it is passed
 * over in the memory as if it had never been put, so that what is learned holds
 * for questions that nobody has put yet. */
#ifndef FT_LEARN_LESSON_H
#define FT_LEARN_LESSON_H

#include "learn/learner.h"
#include "model/model.h"

/* Grows the trees of `model`, whose memory is of the learner's questions. None
 * are grown if there are too few questions to tell what holds in general. */
fatiao_status ft_lesson_learn(fatiao_learner *learner, fatiao_model *model,
                              fatiao_error *error);

#endif
