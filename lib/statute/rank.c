/* The rank of a statute, by the end of its title. */
#include "statute/rank.h"

#include "text/utf8.h"

bool
ft_rank_is_law(const char *title, size_t byte_count)
{
    static const char *const others[] = {"办法", "方法", "司法", "执法"};
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (ft_utf8_ends_with(title, byte_count, others[i]))
            return false;
    return ft_utf8_ends_with(title, byte_count, "法") ||
           ft_utf8_ends_with(title, byte_count, "法典");
}
