/* Noun phrases of those who act, found from the words that can end a name and
 * those that can follow one. */
#include "facet/actor.h"

#include "base/error.h"
#include "text/utf8.h"

enum {
    DE = 0x7684 /* 的 */,
    AND_SO_ON = 0x7B49 /* 等 */,
    PHRASE_CHARS_MAX = 256
};

/* What may stand behind the name of one who acts. */
enum {
    FOLLOWING = FT_ROLES_FORCE | FT_ROLES_SOFT | FT_ROLE_PREPOSITION |
                FT_ROLE_ADVERB | FT_ROLE_VERB | FT_ROLE_WITH |
                FT_ROLE_IN_CHARGE | FT_ROLE_GIVE | FT_ROLE_OPENING |
                FT_ROLE_QUOTE | FT_ROLE_ATTRIBUTE | FT_ROLE_SANCTION,
    /* What may not begin one. */
    NO_BEGINNING = FT_ROLES_FORCE | FT_ROLES_SOFT | FT_ROLE_PREPOSITION |
                   FT_ROLE_BY | FT_ROLE_WITH | FT_ROLE_GIVE | FT_ROLE_AND
};

/* Behind the bracket that opens at `at`. */
static uint32_t
skip_bracket(const ft_prose *prose, uint32_t at, uint32_t end)
{
    while (at < end && ft_prose_code(prose, at) != ')')
        at++;
    return at < end ? at + 1 : end;
}

/* Behind 等, if it stands at `at`. */
static uint32_t
behind_list(const ft_prose *prose, uint32_t at)
{
    return at + (ft_prose_code(prose, at) == AND_SO_ON);
}

/* Whether the name may end at `at`, seen from what follows. */
static bool
is_followed(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
            uint32_t end, uint32_t head)
{
    at = behind_list(prose, at);
    if (at < end && ft_prose_code(prose, at) == '(')
        at = skip_bracket(prose, at, end);
    if (at >= end)
        return true;
    const uint32_t begins = ft_grammar_begins(grammar, at);
    if (begins & FT_ROLE_AND)
        return (begins & FT_ROLE_WITH) != 0;
    if (begins & FOLLOWING)
        return true;
    if (ft_prose_code(prose, at) == DE || (begins & FT_ROLES_HEAD))
        return false;
    /* 国家 needs no known verb, unless a name goes on: 国家金融管理部门. */
    enum { NAME_CHARS_MAX = 12 };
    if ((head & FT_ROLE_STATE_ITSELF) == 0)
        return false;
    for (uint32_t i = at + 1; i < end && i < at + NAME_CHARS_MAX; i++)
        if (ft_grammar_ends(grammar, i) & FT_ROLES_HEAD)
            return false;
    return end - at > 2;
}

/* Where 负责…的部门 behind a name ends, 0 if what begins at `at` is no such
 * attribute: a verb, 的 and at most eight characters behind it the end of a
 * name. */
static uint32_t
attribute_end(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
              uint32_t end)
{
    enum { VERB_CHARS_MAX = 64, NAME_CHARS_MAX = 30 };
    if ((ft_grammar_begins(grammar, at) &
         (FT_ROLE_ATTRIBUTE | FT_ROLE_IN_CHARGE)) == 0)
        return 0;
    const uint32_t verb_end =
        end - at > VERB_CHARS_MAX ? at + VERB_CHARS_MAX : end;
    uint32_t i = at;
    while (i < verb_end && ft_prose_code(prose, i) != DE &&
           (ft_grammar_begins(grammar, i) & FT_ROLES_FORCE) == 0)
        i++;
    if (i == verb_end || ft_prose_code(prose, i) != DE)
        return 0;
    for (uint32_t j = i + 2; j <= end && j <= i + NAME_CHARS_MAX; j++) {
        const uint32_t head = ft_grammar_ends(grammar, j) & FT_ROLES_HEAD;
        if (head != 0 && is_followed(grammar, prose, j, end, head))
            return j;
        if (j < end && (ft_grammar_begins(grammar, j) & FT_ROLES_FORCE))
            return 0;
    }
    return 0;
}

/* Where a name ends right before a word of force in [at, end), so that what
 * stands between is part of the name: 国务院发展改革、财政等部门应当. A list
 * may also end before a preposition. 0 if no name does, or if somebody says so
 * of another: 法院认为当事人应当. */
static uint32_t
name_before_force(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
                  uint32_t last, uint32_t *next_stop)
{
    /* Looked for once, as the names before it ask one by one. */
    if (*next_stop < at)
        *next_stop = ft_grammar_next(grammar,
                                     FT_ROLES_FORCE | FT_ROLE_PREPOSITION |
                                         FT_ROLE_QUOTE | FT_ROLE_BY,
                                     at, last);
    const uint32_t stop = *next_stop;
    if (stop >= last)
        return 0;
    const uint32_t begins = ft_grammar_begins(grammar, stop);
    uint32_t roles = FT_ROLE_AUTHORITY | FT_ROLE_BODY;
    if ((begins & FT_ROLES_FORCE) == 0) {
        if ((begins & FT_ROLE_PREPOSITION) == 0 ||
            (ft_grammar_begins(grammar, at) & FT_ROLE_NAME) == 0)
            return 0;
        roles = FT_ROLE_AUTHORITY;
    }
    const uint32_t name = stop - (ft_prose_code(prose, stop - 1) == AND_SO_ON);
    return ft_grammar_ends(grammar, name) & roles ? name : 0;
}

/* The end of the name, if it may end at `i`; 0 if it goes on. */
static uint32_t
name_end(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
         uint32_t i, uint32_t end, uint32_t *next_stop)
{
    uint32_t head = ft_grammar_ends(grammar, i) & FT_ROLES_HEAD;
    if (i - at != ft_grammar_length(grammar, at))
        head &= ~(uint32_t)FT_ROLE_STATE_ITSELF;
    if (head == 0 || !is_followed(grammar, prose, i, end, head))
        return 0;
    const uint32_t begins = ft_grammar_begins(grammar, i);
    if (i < end && (begins & FT_ROLE_QUOTE) == 0 &&
        (begins == 0 || (begins & (FT_ROLE_VERB | FT_ROLE_ATTRIBUTE)) != 0)) {
        const uint32_t longer = name_before_force(
            grammar, prose, i,
            end - at > PHRASE_CHARS_MAX ? at + PHRASE_CHARS_MAX : end,
            next_stop);
        if (longer != 0)
            return longer;
    }
    /* 本市建立的…: an attribute, and the name goes on. */
    if (head & FT_ROLE_STATE_ITSELF)
        return ft_prose_code(prose, i + ft_grammar_length(grammar, i)) == DE
                   ? 0
                   : i;
    const uint32_t longer = attribute_end(grammar, prose, i, end);
    return longer != 0 ? longer : i;
}

/* Whether a phrase that begins with a verb is a list of departments:
 * 发展改革、财政等部门. */
static bool
is_list_of_names(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
                 uint32_t end)
{
    if ((ft_grammar_begins(grammar, at) & FT_ROLE_NAME) == 0 ||
        (ft_grammar_ends(grammar, end) & FT_ROLE_AUTHORITY) == 0)
        return false;
    while (at < end && ft_prose_code(prose, at) != 0x3001 /* 、 */)
        at++;
    return at < end;
}

/* Whether a phrase that begins with a verb and fills its clause is a name: an
 * authority, or 未经许可的机构 where a word of force follows the comma. */
static bool
ends_alone(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
           uint32_t end)
{
    if (ft_grammar_ends(grammar, end) & FT_ROLE_AUTHORITY)
        return true;
    while (at < end && ft_prose_code(prose, at) != DE)
        at++;
    return at < end && (ft_grammar_begins(grammar, end + 1) & FT_ROLES_FORCE);
}

bool
ft_actor_find(const ft_grammar *grammar, const ft_prose *prose, uint32_t at,
              uint32_t end, bool is_named, ft_actor *out)
{
    const uint32_t first = ft_grammar_begins(grammar, at);
    if (at >= end || (first & NO_BEGINNING))
        return false;
    const bool needs_force = !is_named &&
                             (first & (FT_ROLE_VERB | FT_ROLE_ADVERB)) != 0 &&
                             (first & FT_ROLES_HEAD) == 0;
    if (needs_force && (first & FT_ROLE_TAKES_OBJECT) != 0)
        return false;
    const uint32_t last =
        end - at > PHRASE_CHARS_MAX ? at + PHRASE_CHARS_MAX : end;
    bool is_broken = false;
    uint32_t next_stop = 0;
    for (uint32_t i = at + 1; i <= last; i++) {
        const uint32_t begins =
            i < end ? ft_grammar_begins(grammar, i) : FT_ROLES_FORCE;
        const uint32_t name = name_end(grammar, prose, at, i, end, &next_stop);
        if (name != 0 && !is_broken &&
            (!needs_force ||
             (name == end && ends_alone(grammar, prose, at, name)) ||
             (ft_grammar_begins(grammar, behind_list(prose, name)) &
              FT_ROLES_FORCE) ||
             is_list_of_names(grammar, prose, at, name))) {
            *out = (ft_actor){at, name,
                              ft_grammar_ends(grammar, name) & FT_ROLES_HEAD,
                              end, false};
            return true;
        }
        if (i < end && (begins & (FT_ROLES_FORCE | FT_ROLE_BY)))
            return false;
        /* A preposition breaks a name unless it stands in an attribute. */
        if (begins & FT_ROLE_PREPOSITION)
            is_broken = (begins & FT_ROLE_AND) == 0;
        else if (ft_prose_code(prose, i) == DE)
            is_broken = false;
        if (i < end && ft_prose_code(prose, i) == '(')
            i = skip_bracket(prose, i, end) - 1;
    }
    return false;
}

/* ---------------------------------------------------------------- splitting */

static bool
begins_with(const ft_prose *prose, uint32_t at, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (ft_prose_has(prose, at, words[i]))
            return true;
    return false;
}

/* Whether what stands in front of `at` is a word of a list that shares its
 * last word: 海关 in 税务、海关、金融管理等机构. */
static bool
is_one_of_many(const ft_grammar *grammar, const ft_prose *prose, uint32_t start,
               uint32_t at)
{
    uint32_t first = at;
    while (first > start && ft_prose_code(prose, first - 1) != 0x3001 /* 、 */)
        first--;
    return first > start &&
           (ft_grammar_begins(grammar, first) & FT_ROLE_AUTHORITY) != 0 &&
           first + ft_grammar_length(grammar, first) == at;
}

/* Whether a name is whole in front of the 、 or 和 at `at`, so that another
 * begins behind it. */
static bool
is_split(const ft_grammar *grammar, const ft_prose *prose, uint32_t start,
         uint32_t at, uint32_t end)
{
    static const char *const inseparable[] = {
        "其", "有关部门", "相关部门", "有关单位", "相关单位", NULL};
    static const char *const sharing[] = {"任何", NULL};
    static const char *const bare[] = {"部门", "单位", "机构", NULL};
    const uint32_t head = ft_grammar_ends(grammar, at) & FT_ROLES_HEAD;
    if (head == 0 || head == FT_ROLE_STATE_ITSELF ||
        ft_prose_has(prose, at - 2, "财政") ||
        is_one_of_many(grammar, prose, start, at) ||
        begins_with(prose, start, sharing))
        return false;
    const bool is_together =
        ft_prose_has(prose, at, "及") || ft_prose_has(prose, at, "及其");
    const uint32_t behind = at + ft_grammar_length(grammar, at);
    if (ft_prose_has(prose, at, "及其") || behind >= end ||
        (ft_prose_has(prose, behind, "其") &&
         !ft_prose_has(prose, behind, "其他")))
        return false;
    return !(is_together && begins_with(prose, behind, inseparable)) &&
           !(end - behind == 2 && begins_with(prose, behind, bare));
}

/* Where a name ends that is [start, end) of a list. Behind 等 stands what the
 * list is of: 商会、行业协会等社会组织 names two; but 教育、科技等部门 is one.
 */
static uint32_t
name_in_list(const ft_grammar *grammar, const ft_prose *prose, uint32_t start,
             uint32_t end)
{
    for (uint32_t i = start + 1; i < end; i++)
        if (ft_prose_code(prose, i) == AND_SO_ON &&
            (ft_grammar_ends(grammar, i) & FT_ROLES_HEAD) != 0)
            return i;
    return end;
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
ft_actor_split(const ft_grammar *grammar, const ft_prose *prose,
               const ft_actor *phrase, ft_array *names, fatiao_error *error)
{
    uint32_t start = phrase->start;
    int depth = 0;
    for (uint32_t i = start + 1; i < phrase->end; i++) {
        const uint32_t code = ft_prose_code(prose, i);
        depth += code == '(';
        depth -= code == ')' && depth > 0;
        if (depth > 0 || (ft_grammar_begins(grammar, i) & FT_ROLE_AND) == 0 ||
            !is_split(grammar, prose, start, i, phrase->end))
            continue;
        const fatiao_status status =
            push(names, phrase, start, name_in_list(grammar, prose, start, i),
                 ft_grammar_ends(grammar, i) & FT_ROLES_HEAD, error);
        if (status != FATIAO_OK)
            return status;
        start = i + ft_grammar_length(grammar, i);
        i = start;
    }
    return push(names, phrase, start,
                name_in_list(grammar, prose, start, phrase->end), phrase->roles,
                error);
}

bool
ft_actor_is_bearer(const ft_grammar *grammar, const ft_prose *prose,
                   const ft_actor *phrase, uint32_t force_at, uint32_t end,
                   bool is_sanction)
{
    const uint32_t role = ft_grammar_begins(grammar, force_at);
    const bool is_private =
        (phrase->roles & (FT_ROLE_PERSON | FT_ROLE_FIRM)) != 0;
    if (force_at == end && is_sanction)
        return (phrase->roles & FT_ROLE_AUTHORITY) != 0 &&
               (ft_grammar_begins(grammar, phrase->end) &
                (FT_ROLE_PREPOSITION | FT_ROLE_WITH)) != 0;
    if (force_at == end)
        return !is_private;
    if (role & FT_ROLE_MAY)
        return !is_private && !ft_prose_has(prose, force_at, "有权") &&
               ((phrase->roles & FT_ROLE_AUTHORITY) != 0 ||
                (!ft_prose_has(prose, force_at + 2, "申请") &&
                 !ft_prose_has(prose, force_at + 2, "向")));
    return true;
}
