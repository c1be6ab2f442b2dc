/* What a clause refers to, and on what it depends: statutes cited by title,
 * other rules that decide its content, conditions and exceptions. */
#ifndef FT_FACET_GROUND_H
#define FT_FACET_GROUND_H

#include "facet/reading.h"

fatiao_status ft_citations_take(ft_reading *reading);
fatiao_status ft_grounds_take(ft_reading *reading);
fatiao_status ft_conditions_take(ft_reading *reading);

#endif
