/* Reading places by the table of provinces and cities. A title is taken to be
 * of a place if it begins with its name. */
#include "claim/region.h"

#include <string.h>

#include "claim/trait.h"

/* All of these names have characters of three bytes in UTF-8. */
enum { HAN_BYTES = 3, COUNTY_BYTES_MAX = 12 * HAN_BYTES };

static bool
begins(const char *text, const char *start, size_t byte_count)
{
    return strncmp(text, start, byte_count) == 0;
}

/* How many bytes behind the short name belong to the name of a city: 市, or all
 * of 布依族苗族自治州; 0 for none of these. */
static size_t
city_end(const char *text)
{
    static const char *const ends[] = {"市", "经济特区", "地区", "州", "盟"};
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (begins(text, ends[i], strlen(ends[i])))
            return strlen(ends[i]);
    const char *end = strstr(text, "自治州");
    return end != NULL && end - text <= COUNTY_BYTES_MAX
               ? (size_t)(end - text) + strlen("自治州")
               : 0;
}

/* The city at the beginning of a text; how many bytes name it, 0 for none. */
static size_t
find_city(const ft_province *province, const char *text, ft_region *out)
{
    size_t byte_count = 0;
    const char *name = ft_word_next(province->cities, &byte_count);
    for (; name != NULL; name = ft_word_next(name + byte_count, &byte_count)) {
        if (!begins(text, name, byte_count))
            continue;
        out->province = province;
        out->city = name;
        out->city_byte_count = byte_count;
        return byte_count + city_end(text + byte_count);
    }
    return 0;
}

/* The same for a province. */
static size_t
find_province(const ft_province *province, const char *text)
{
    if (begins(text, province->name, strlen(province->name)))
        return strlen(province->name);
    const size_t byte_count = strlen(province->brief);
    return begins(text, province->brief, byte_count) ? byte_count : 0;
}

/* The province and city at the beginning of a text; how many bytes name them.
 */
static size_t
find_place(const char *text, ft_region *out)
{
    for (size_t i = 0; i < ft_province_count; i++) {
        const size_t byte_count = find_city(&ft_provinces[i], text, out);
        if (byte_count > 0)
            return byte_count;
    }
    for (size_t i = 0; i < ft_province_count; i++) {
        const size_t byte_count = find_province(&ft_provinces[i], text);
        if (byte_count == 0)
            continue;
        out->province = &ft_provinces[i];
        return byte_count + find_city(out->province, text + byte_count, out);
    }
    return 0;
}

bool
ft_region_read(const char *place, ft_region *out)
{
    *out = (ft_region){0};
    const size_t byte_count = find_place(place, out);
    if (byte_count == 0)
        return false;
    if (place[byte_count] != '\0') {
        out->rest = place + byte_count;
        out->rest_byte_count = strlen(out->rest);
    }
    return true;
}

/* How many bytes at the beginning name a county or a new area that statutes
 * are made for: 长阳土家族自治县, 浦东新区, but not 促进浦东新区. */
static size_t
find_county(const char *text)
{
    static const char *const ends[] = {"自治县", "自治旗", "新区"};
    static const char *const verbs[] = {"促进", "推进"};
    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
        if (begins(text, verbs[i], strlen(verbs[i])))
            return 0;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const char *end = strstr(text, ends[i]);
        if (end != NULL && end > text && end - text <= COUNTY_BYTES_MAX &&
            memchr(text, '(', (size_t)(end - text)) == NULL &&
            !begins(end - HAN_BYTES, "（", HAN_BYTES))
            return (size_t)(end - text) + strlen(ends[i]);
    }
    return 0;
}

void
ft_region_of_title(const char *title, ft_region *out, size_t *byte_start,
                   size_t *byte_count)
{
    static const char *const openings[] = {"中国（", "中国("};
    /* What the country makes for those who come from there. */
    static const char *const abroad[] = {"台湾", "香港", "澳门"};
    *out = (ft_region){0};
    *byte_start = 0;
    *byte_count = 0;
    for (size_t i = 0; i < sizeof(abroad) / sizeof(abroad[0]); i++)
        if (begins(title, abroad[i], strlen(abroad[i])))
            return;
    for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
        if (begins(title, openings[i], strlen(openings[i])))
            *byte_start = strlen(openings[i]);
    const char *text = title + *byte_start;
    *byte_count = find_place(text, out);
    const size_t rest = find_county(text + *byte_count);
    if (rest == 0)
        return;
    out->rest = text + *byte_count;
    out->rest_byte_count = rest;
    *byte_count += rest;
}

bool
ft_region_holds(const ft_region *territory, const ft_region *place,
                bool *is_sure)
{
    *is_sure = true;
    if (territory->province == NULL && territory->rest == NULL)
        return true;
    if (place->province == NULL) {
        *is_sure = false;
        /* A county by itself may be anywhere: none is meant. */
        return territory->province != NULL;
    }
    if (territory->province != NULL && territory->province != place->province)
        return false;
    if (territory->city != NULL && place->city != NULL &&
        (territory->city_byte_count != place->city_byte_count ||
         memcmp(territory->city, place->city, place->city_byte_count) != 0))
        return false;
    if (territory->city != NULL && place->city == NULL)
        *is_sure = false;
    if (territory->rest == NULL)
        return true;
    if (place->rest == NULL) {
        *is_sure = false;
        return territory->province != NULL;
    }
    return memmem(place->rest, place->rest_byte_count, territory->rest,
                  territory->rest_byte_count) != NULL;
}
