/* Where a firm is, and where a statute holds: in the whole country, in a
 * province, in a city of it, in a county of that. A place is read from its
 * words, the territory of a statute from the beginning of its title.
 *
 *     山东省青岛市崂山区                  province 山东, city 青岛, rest 崂山区
 *     青岛                                province 山东, city 青岛
 *     青岛市中小企业发展促进条例          city 青岛
 *     深圳经济特区中小企业发展促进条例    city 深圳
 *     中华人民共和国中小企业促进法        everywhere */
#ifndef FT_CLAIM_REGION_H
#define FT_CLAIM_REGION_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ft_province {
    const char *name;   /* 山东省 */
    const char *brief;  /* 山东 */
    const char *cities; /* by their brief names, parted by blanks */
} ft_province;

extern const ft_province ft_provinces[];
extern const size_t ft_province_count;

/* Parts of the text it was read from, or of the table. */
typedef struct ft_region {
    const ft_province *province; /* NULL: everywhere */
    const char *city;            /* brief, of city_byte_count; NULL: all */
    size_t city_byte_count;
    const char *rest; /* a county and what is below it; NULL: all */
    size_t rest_byte_count;
} ft_region;

/* A place as an owner writes it: 青岛, 青岛市, 山东省青岛市崂山区. False if no
 * province or city is known in it. */
bool ft_region_read(const char *place, ft_region *out);

/* Where a statute of this title holds. `*byte_count` is how much of the title
 * says so. */
void ft_region_of_title(const char *title, ft_region *out, size_t *byte_start,
                        size_t *byte_count);

/* Whether what holds in `territory` holds at `place`. `*is_sure` is false where
 * that depends on a part of the place that is not said. */
bool ft_region_holds(const ft_region *territory, const ft_region *place,
                     bool *is_sure);

#endif
