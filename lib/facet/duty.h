/* Who must act, with what force, and how sure an owner can be of it. */
#ifndef FT_FACET_DUTY_H
#define FT_FACET_DUTY_H

#include "facet/reading.h"

fatiao_status ft_duties_take(ft_reading *reading);
/* Needs measures, forces and grounds. */
fatiao_status ft_certainty_take(ft_reading *reading);

#endif
