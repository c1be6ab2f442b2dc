/* Reading titles. */
#include "search/amendment.h"

#include <string.h>

#include "statute/title_key.h"

/* Appends the key of a law's name. */
static void
write_name(const char *start, const char *end, ft_strbuf *out)
{
    ft_strbuf name = {0};
    ft_strbuf key = {0};
    ft_strbuf_bytes(&name, start, (size_t)(end - start));
    if (ft_title_key_of(&key, ft_strbuf_string(&name), true, NULL) == FATIAO_OK)
        ft_strbuf_text(out, ft_title_key_short(ft_strbuf_string(&key)));
    ft_strbuf_finish(&name);
    ft_strbuf_finish(&key);
}

/* Appends the key of what stands in brackets in a title, if only one does. */
static void
write_bracketed(const char *title, const char *open, const char *close,
                ft_strbuf *out)
{
    const char *start = strstr(title, open);
    if (start == NULL)
        return;
    start += strlen(open);
    const char *end = strstr(start, close);
    if (end != NULL && strstr(end, open) == NULL)
        write_name(start, end, out);
}

bool
ft_amendment_of(const char *title, ft_strbuf *amended)
{
    static const char word[] = "修正案";
    const char *by_articles = strstr(title, word);
    if (by_articles != NULL) {
        write_name(title, by_articles, amended);
        return true;
    }
    if (strstr(title, "修改") == NULL && strstr(title, "修订") == NULL &&
        strstr(title, "废止") == NULL)
        return false;
    write_bracketed(title, "《", "》", amended);
    if (amended->byte_count == 0)
        write_bracketed(title, "〈", "〉", amended);
    return true;
}

bool
ft_amendment_is_law(const char *title)
{
    static const char *const words[] = {"最高人民", "解释", "批复", "答复",
                                        "意见",     "通知", "决定"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strstr(title, words[i]) != NULL)
            return false;
    return true;
}
