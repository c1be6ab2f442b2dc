/* Numbers that bind: shares, sums, spans of time, dates, each with what it is
 * compared by and what it is a number of.
 *
 *     占预算总额的百分之三十以上    >= 0.3     of 预算总额
 *     不低于三分之一                >= 1/3
 *     十八个月内                    <= P18M
 *     2023年 月 日                  2023-??-??
 *
 * What only counts things (三个, 一次) is a number where it is compared. */
#ifndef FT_FACET_NUMBER_H
#define FT_FACET_NUMBER_H

#include "facet/reading.h"

fatiao_status ft_numbers_take(ft_reading *reading);

#endif
