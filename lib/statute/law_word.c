/* Ends of names. */
#include "statute/law_word.h"

#include <string.h>

#include "text/utf8.h"

static bool
ends_with(const ft_char *chars, size_t count, const char *word)
{
    size_t at = count - ft_utf8_char_count(word, strlen(word));
    if (at > count)
        return false;
    for (size_t i = 0; i < strlen(word); at++)
        if (chars[at].code != ft_utf8_next(word, strlen(word), &i))
            return false;
    return true;
}

bool
ft_law_word_ends(const ft_char *chars, size_t count)
{
    static const char *const ends[] = {"法",   "法典", "条例", "规定",
                                       "办法", "细则", "解释", "规则",
                                       "决定", "章程", "规程", "准则"};
    /* Words that end so and name no law. */
    static const char *const words[] = {
        "依法", "违法", "合法", "非法",   "说法",     "做法",
        "看法", "方法", "无法", "没办法", "什么办法", "有关规定"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (ends_with(chars, count, words[i]))
            return false;
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
        if (ends_with(chars, count, ends[i]))
            return true;
    return false;
}

size_t
ft_law_word_self(const ft_char *chars, size_t count)
{
    static const char *const kinds[] = {"法",   "条例", "办法", "规定",
                                        "细则", "解释", "规则"};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        const size_t width = ft_utf8_char_count(kinds[i], strlen(kinds[i]));
        if (count > width && ends_with(chars, count, kinds[i]) &&
            ft_char_is_one_of(chars[count - width - 1].code, "本该此"))
            return width + 1;
    }
    return 0;
}
