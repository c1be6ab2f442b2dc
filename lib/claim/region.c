/* Reading places. Whatever begins a title and is followed by what such a place
 * is called (市, 省, 经济特区) is one; 中山市…条例, but not 中山陵. */
#include "claim/region.h"

#include <string.h>

/* What stands behind the brief name of a city or a province. */
static const char *const city_ends[] = {
    "市", "经济特区", "高新", "国家", "自由贸易", "经济技术", "地区",
};
static const char *const county_ends[] = {"自治县", "自治旗", "新区", "区",
                                          "县",     "旗",     "市"};
enum {
    CITY_END_COUNT = sizeof(city_ends) / sizeof(city_ends[0]),
    COUNTY_END_COUNT = sizeof(county_ends) / sizeof(county_ends[0]),
    HAN_BYTES = 3, /* in UTF-8, as all of these have */
    COUNTY_CHARS_MAX = 12
};

static bool
begins(const char *text, const char *start, size_t byte_count)
{
    return strncmp(text, start, byte_count) == 0;
}

/* The next name of a list parted by blanks; NULL at its end. */
static const char *
next_name(const char *list, size_t *byte_count)
{
    list += strspn(list, " ");
    *byte_count = strcspn(list, " ");
    return *byte_count == 0 ? NULL : list;
}

/* How many bytes behind the brief name belong to the name of a city: 市, or all
 * of 布依族苗族自治州; 0 for none of these. */
static size_t
city_end(const char *text)
{
    for (size_t i = 0; i < CITY_END_COUNT; i++)
        if (begins(text, city_ends[i], strlen(city_ends[i])))
            return i == 0 || i + 1 == CITY_END_COUNT ? strlen(city_ends[i])
                                                     : HAN_BYTES;
    const char *end = strstr(text, "自治州");
    if (end != NULL && end - text <= COUNTY_CHARS_MAX * HAN_BYTES)
        return (size_t)(end - text) + strlen("自治州");
    return begins(text, "州", HAN_BYTES) || begins(text, "盟", HAN_BYTES)
               ? HAN_BYTES
               : 0;
}

/* The city at the beginning of a text; how many bytes name it, 0 for none. With
 * `is_strict` its name must be followed by what it is. */
static size_t
find_city(const ft_province *province, const char *text, bool is_strict,
          ft_region *out)
{
    size_t byte_count = 0;
    const char *name = next_name(province->cities, &byte_count);
    for (; name != NULL; name = next_name(name + byte_count, &byte_count)) {
        if (!begins(text, name, byte_count))
            continue;
        const bool is_whole =
            begins(name + byte_count - HAN_BYTES, "市", HAN_BYTES) ||
            begins(name + byte_count - HAN_BYTES, "州", HAN_BYTES) ||
            begins(name + byte_count - HAN_BYTES, "盟", HAN_BYTES);
        const size_t end = city_end(text + byte_count);
        if (is_strict && end == 0 && !is_whole)
            continue;
        out->province = province;
        out->city = name;
        out->city_byte_count = byte_count;
        return byte_count + end;
    }
    return 0;
}

/* The same for a province. */
static size_t
find_province(const ft_province *province, const char *text, bool is_strict)
{
    if (begins(text, province->name, strlen(province->name)))
        return strlen(province->name);
    const size_t byte_count = strlen(province->brief);
    if (!begins(text, province->brief, byte_count))
        return 0;
    if (!is_strict || city_end(text + byte_count) > 0 ||
        begins(text + byte_count, "省", HAN_BYTES))
        return byte_count;
    return 0;
}

/* The province and city at the beginning of a text; how many bytes name them.
 */
static size_t
find_place(const char *text, bool is_strict, ft_region *out)
{
    for (size_t i = 0; i < ft_province_count; i++) {
        const size_t byte_count =
            find_city(&ft_provinces[i], text, is_strict, out);
        if (byte_count > 0)
            return byte_count;
    }
    for (size_t i = 0; i < ft_province_count; i++) {
        const size_t byte_count =
            find_province(&ft_provinces[i], text, is_strict);
        if (byte_count == 0)
            continue;
        out->province = &ft_provinces[i];
        return byte_count +
               find_city(out->province, text + byte_count, is_strict, out);
    }
    return 0;
}

bool
ft_region_read(const char *place, ft_region *out)
{
    *out = (ft_region){0};
    const size_t byte_count = find_place(place, false, out);
    if (byte_count == 0)
        return false;
    if (place[byte_count] != '\0') {
        out->rest = place + byte_count;
        out->rest_byte_count = strlen(out->rest);
    }
    return true;
}

/* How many bytes at the beginning name a county: 崂山区, 长阳土家族自治县. */
static size_t
find_county(const char *text, bool is_alone)
{
    /* Without a city before it only a name that nothing else ends with. */
    const size_t count = is_alone ? 2 : COUNTY_END_COUNT;
    for (size_t i = 0; i < count; i++) {
        const char *end = strstr(text, county_ends[i]);
        const size_t limit =
            is_alone ? COUNTY_CHARS_MAX * HAN_BYTES : 4 * HAN_BYTES;
        if (end != NULL && end > text && (size_t)(end - text) <= limit)
            return (size_t)(end - text) + strlen(county_ends[i]);
    }
    return 0;
}

void
ft_region_of_title(const char *title, ft_region *out, size_t *byte_start,
                   size_t *byte_count)
{
    static const char *const openings[] = {"中国（", "中国("};
    *out = (ft_region){0};
    *byte_start = 0;
    for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
        if (begins(title, openings[i], strlen(openings[i])))
            *byte_start = strlen(openings[i]);
    const char *text = title + *byte_start;
    *byte_count = find_place(text, *byte_start == 0, out);
    const bool is_alone = *byte_count == 0;
    const size_t rest = find_county(text + *byte_count, is_alone);
    if (rest == 0 ||
        (!is_alone && out->city == NULL && strlen(out->province->cities) > 0 &&
         strstr(text + *byte_count, "自治") == NULL))
        return;
    out->rest = text + *byte_count;
    out->rest_byte_count = rest;
    *byte_count += rest;
}

/* Whether a text is somewhere in another. */
static bool
is_in(const char *part, size_t part_count, const char *whole,
      size_t whole_count)
{
    for (size_t i = 0; i + part_count <= whole_count; i++)
        if (memcmp(whole + i, part, part_count) == 0)
            return true;
    return false;
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
        return true;
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
        /* A county by itself may be anywhere: none is meant. */
        return territory->province != NULL;
    }
    return is_in(territory->rest, territory->rest_byte_count, place->rest,
                 place->rest_byte_count);
}
