/* What a clause gives, and to whom. */
#ifndef FT_FACET_BENEFIT_H
#define FT_FACET_BENEFIT_H

#include "facet/reading.h"

fatiao_status ft_measures_take(ft_reading *reading);
fatiao_status ft_beneficiaries_take(ft_reading *reading);

#endif
