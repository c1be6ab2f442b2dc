/* Words for links. */
#include "link_words.h"

#include <stddef.h>

/* The name at `index`, or what stands first for one that is not known. */
static const char *
choose(const char *const *names, size_t count, size_t index)
{
    return names[index < count ? index : 0];
}

const char *
link_kind_name(fatiao_link_kind kind)
{
    static const char *const names[] = {
        "other", "self",      "self-place", "relative",
        "law",   "law-place", "name-place", "alias",
    };
    return choose(names, sizeof(names) / sizeof(names[0]), kind);
}

const char *
link_state_name(fatiao_link_state state)
{
    static const char *const names[] = {
        "other",     "found",      "no-law", "no-place",
        "ambiguous", "renumbered", "unsaid",
    };
    return choose(names, sizeof(names) / sizeof(names[0]), state);
}

const char *
link_state_words(fatiao_link_state state)
{
    static const char *const words[] = {
        "not understood",
        "found",
        "no such law in the index",
        "no such place in the law",
        "several places fit",
        "numbered as in another wording than the index has",
        "the text does not say of which law or clause",
    };
    return choose(words, sizeof(words) / sizeof(words[0]), state);
}

const char *
link_quote_name(fatiao_quote_state state)
{
    static const char *const names[] = {"none", "exact", "differs", "absent"};
    return choose(names, sizeof(names) / sizeof(names[0]), state);
}
