/* Noun phrases of those who act, found from the words that can end a name and
 * those that can follow one. */
#include "facet/actor.h"

#include "base/error.h"
#include "text/utf8.h"

enum { DE = 0x7684 /* 的 */, PHRASE_CHARS_MAX = 256 };

/* What may stand behind the name of one who acts. */
enum {
    FOLLOWING = FT_ROLES_FORCE | FT_ROLES_SOFT | FT_ROLE_PREPOSITION |
                FT_ROLE_ADVERB | FT_ROLE_VERB | FT_ROLE_WITH |
                FT_ROLE_IN_CHARGE | FT_ROLE_GIVE | FT_ROLE_OPENING |
                FT_ROLE_ATTRIBUTE,
    /* What may not begin one. */
    NO_BEGINNING = FT_ROLES_FORCE | FT_ROLES_SOFT | FT_ROLE_PREPOSITION |
                   FT_ROLE_BY | FT_ROLE_GIVE
};

/* Behind the bracket that opens at `at`. */
static uint32_t
skip_bracket(const ft_passage *passage, uint32_t at, uint32_t end)
{
    while (at < end && ft_passage_code(passage, at) != ')')
        at++;
    return at < end ? at + 1 : end;
}

/* Whether the name may end at `at`, seen from what follows. */
static bool
is_followed(const ft_grammar *grammar, const ft_passage *passage, uint32_t at,
            uint32_t end, uint32_t head)
{
    if (at == end)
        return true;
    const uint32_t begins = ft_grammar_begins(grammar, at);
    if (begins & FT_ROLE_AND)
        return (begins & FT_ROLE_WITH) != 0;
    if (begins & FOLLOWING)
        return true;
    if (ft_passage_code(passage, at) == DE || (begins & FT_ROLES_HEAD))
        return false;
    /* 国家 needs no known verb, unless the word goes on: 国家标准. */
    return (head & FT_ROLE_STATE_ITSELF) != 0 &&
           ft_grammar_length(grammar, at) == 0 && at + 2 < end &&
           (ft_grammar_begins(grammar, at + 1) & FT_ROLES_HEAD) == 0;
}

/* Where 负责…的部门 behind a name ends, 0 if what begins at `at` is no such
 * attribute: a verb, 的 and at most eight characters behind it the end of a
 * name. */
static uint32_t
attribute_end(const ft_grammar *grammar, const ft_passage *passage, uint32_t at,
              uint32_t end)
{
    enum { VERB_CHARS_MAX = 64, NAME_CHARS_MAX = 12 };
    if ((ft_grammar_begins(grammar, at) &
         (FT_ROLE_ATTRIBUTE | FT_ROLE_IN_CHARGE)) == 0)
        return 0;
    const uint32_t verb_end =
        end - at > VERB_CHARS_MAX ? at + VERB_CHARS_MAX : end;
    uint32_t i = at;
    while (i < verb_end && ft_passage_code(passage, i) != DE &&
           (ft_grammar_begins(grammar, i) & FT_ROLES_FORCE) == 0)
        i++;
    if (i == verb_end || ft_passage_code(passage, i) != DE)
        return 0;
    for (uint32_t j = i + 2; j <= end && j <= i + NAME_CHARS_MAX; j++) {
        const uint32_t head = ft_grammar_ends(grammar, j) & FT_ROLES_HEAD;
        if (head != 0 && is_followed(grammar, passage, j, end, head))
            return j;
        if (j < end && (ft_grammar_begins(grammar, j) & FT_ROLES_FORCE))
            return 0;
    }
    return 0;
}

bool
ft_actor_find(const ft_grammar *grammar, const ft_passage *passage, uint32_t at,
              uint32_t end, ft_actor *out)
{
    const uint32_t first = ft_grammar_begins(grammar, at);
    if (at >= end || (first & NO_BEGINNING))
        return false;
    const bool begins_with_verb =
        (first & (FT_ROLE_VERB | FT_ROLE_ADVERB)) != 0 &&
        (first & FT_ROLES_HEAD) == 0;
    for (uint32_t i = at + 1; i <= end && i - at < PHRASE_CHARS_MAX; i++) {
        const uint32_t head = ft_grammar_ends(grammar, i) & FT_ROLES_HEAD;
        if (i < end && (ft_passage_code(passage, i) == '(')) {
            const uint32_t behind = skip_bracket(passage, i, end);
            if (head != 0 && is_followed(grammar, passage, behind, end, 0)) {
                *out = (ft_actor){at, i, head, end, false};
                return true;
            }
            i = behind > i ? behind - 1 : i;
            continue;
        }
        const uint32_t begins =
            i < end ? ft_grammar_begins(grammar, i) : FT_ROLES_FORCE;
        if (head != 0 && is_followed(grammar, passage, i, end, head)) {
            const uint32_t longer =
                (head & FT_ROLE_STATE_ITSELF)
                    ? 0
                    : attribute_end(grammar, passage, i, end);
            if (longer != 0) {
                i = longer - 1;
                continue;
            }
            if (begins_with_verb && (begins & FT_ROLES_FORCE) == 0)
                return false;
            *out = (ft_actor){at, i, head, end, false};
            return true;
        }
        if (i < end && (begins & (FT_ROLES_FORCE | FT_ROLE_BY)))
            return false;
    }
    return false;
}

/* ---------------------------------------------------------------- splitting */

static bool
begins_with(const ft_passage *passage, uint32_t at, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (ft_passage_has(passage, at, words[i]))
            return true;
    return false;
}

/* Whether a name is whole in front of the 、 or 和 at `at`, so that another
 * begins behind it. */
static bool
is_split(const ft_grammar *grammar, const ft_passage *passage, uint32_t start,
         uint32_t at, uint32_t end)
{
    static const char *const inseparable[] = {"其", "有关部门", "相关部门",
                                              NULL};
    static const char *const sharing[] = {"任何", NULL};
    if ((ft_grammar_ends(grammar, at) & FT_ROLES_HEAD) == 0 ||
        begins_with(passage, start, sharing))
        return false;
    const bool is_together = ft_passage_has(passage, at, "及") ||
                             ft_passage_has(passage, at, "及其");
    const uint32_t behind = at + ft_grammar_length(grammar, at);
    if (ft_passage_has(passage, at, "及其") || behind >= end ||
        ft_passage_has(passage, behind, "其"))
        return false;
    return !(is_together && begins_with(passage, behind, inseparable));
}

/* Where 等 stands in [start, end), `end` if it does not: A、B等部门 is one. */
static uint32_t
find_and_so_on(const ft_passage *passage, uint32_t start, uint32_t end)
{
    while (start < end && ft_passage_code(passage, start) != 0x7B49 /* 等 */)
        start++;
    return start;
}

static fatiao_status
push(ft_array *names, const ft_actor *phrase, uint32_t start, uint32_t end,
     uint32_t roles, fatiao_error *error)
{
    ft_actor *name = ft_array_push(names);
    if (name == NULL)
        return ft_error_memory(error);
    *name = *phrase;
    name->start = start;
    name->end = end;
    name->roles = roles;
    return FATIAO_OK;
}

fatiao_status
ft_actor_split(const ft_grammar *grammar, const ft_passage *passage,
               const ft_actor *phrase, ft_array *names, fatiao_error *error)
{
    uint32_t start = phrase->start;
    const uint32_t and_so_on =
        find_and_so_on(passage, phrase->start, phrase->end);
    /* What is listed before 等 belongs to the name behind it. */
    uint32_t i = and_so_on < phrase->end ? and_so_on + 1 : phrase->start + 1;
    int depth = 0;
    for (; i < phrase->end; i++) {
        const uint32_t code = ft_passage_code(passage, i);
        depth += code == '(';
        depth -= code == ')' && depth > 0;
        if (depth > 0 || (ft_grammar_begins(grammar, i) & FT_ROLE_AND) == 0 ||
            !is_split(grammar, passage, start, i, phrase->end))
            continue;
        const fatiao_status status =
            push(names, phrase, start, i,
                 ft_grammar_ends(grammar, i) & FT_ROLES_HEAD, error);
        if (status != FATIAO_OK)
            return status;
        start = i + ft_grammar_length(grammar, i);
        i = start;
    }
    return push(names, phrase, start, phrase->end, phrase->roles, error);
}
