/* Finding who acts, clause by clause. */
#include "facet/subject.h"

fatiao_status
ft_subject_name(const ft_rule_reader *r, const ft_actor *phrase)
{
    /* What a platform does is a measure: its name counts. */
    bool *is_name = r->rules->is_name.items;
    const bool is_platform = ft_prose_has(r->prose, phrase->end - 2, "平台");
    for (uint32_t i = phrase->start; i < phrase->end && !is_platform; i++)
        is_name[i] = true;
    return ft_actor_split(r->grammar, r->prose, phrase, &r->rules->actors,
                          r->error);
}

/* 会同有关部门: those joined to the one who acts. */
static fatiao_status
read_joined(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    const uint32_t with = ft_grammar_next(r->grammar, FT_ROLE_WITH, at, end);
    if (with == end)
        return FATIAO_OK;
    ft_actor joined;
    if (!ft_actor_find(r->grammar, r->prose,
                       with + ft_grammar_length(r->grammar, with), end, true,
                       &joined))
        return FATIAO_OK;
    joined.is_joined = true;
    return ft_subject_name(r, &joined);
}

/* 由市财政部门规定. */
static fatiao_status
read_by(ft_rule_reader *r, uint32_t at, uint32_t end, uint32_t *predicate)
{
    for (uint32_t by = ft_grammar_next(r->grammar, FT_ROLE_BY, at, end);
         by < end; by = ft_grammar_next(r->grammar, FT_ROLE_BY, by + 1, end)) {
        ft_actor phrase;
        if (!ft_actor_find(r->grammar, r->prose, by + 1, end, true, &phrase) ||
            phrase.end == end ||
            (phrase.roles & (FT_ROLE_AUTHORITY | FT_ROLE_BODY)) == 0 ||
            ft_prose_has(r->prose, phrase.end, "组成") ||
            ft_prose_has(r->prose, by - 2, "需要"))
            continue;
        *predicate = phrase.end;
        r->waits = FT_WAITS_NOT;
        fatiao_status status = ft_subject_name(r, &phrase);
        if (status == FATIAO_OK)
            status = read_joined(
                r, phrase.end,
                ft_grammar_next(r->grammar, FT_ROLE_BY, phrase.end, end));
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* Whether a name is all that the clause holds, but for a bracket. */
static bool
fills(const ft_rule_reader *r, const ft_actor *phrase, uint32_t end)
{
    uint32_t at = phrase->end;
    if (ft_prose_code(r->prose, at) != '(')
        return at == end;
    while (at < end && ft_prose_code(r->prose, at) != ')')
        at++;
    return at + 1 >= end;
}

/* The subject of a clause does not act yet, or acts in other clauses too. */
static void
wait(ft_rule_reader *r, const ft_actor *phrase, bool is_condition, uint32_t end)
{
    r->waiting = *phrase;
    const bool is_action =
        (ft_grammar_begins(r->grammar, phrase->start) & FT_ROLE_VERB) != 0;
    r->waits = is_condition || is_action ? FT_WAITS_CONDITION
               : fills(r, phrase, end)   ? FT_WAITS_ALONE
                                         : FT_WAITS_PLAIN;
}

/* Whether a clause without a subject goes on with the one that waits: one that
 * stood alone before a comma acts in any way, the others only where a word of
 * force begins the clause. */
static bool
takes_waiting(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    if (r->waits == FT_WAITS_NOT)
        return false;
    if (r->waits == FT_WAITS_ALONE &&
        (begins & (FT_ROLE_PREPOSITION | FT_ROLE_VERB | FT_ROLE_ADVERB |
                   FT_ROLE_WITH | FT_ROLE_IN_CHARGE)) != 0)
        return true;
    const uint32_t force = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
    if (begins == 0 && at < force && r->waits != FT_WAITS_ALONE)
        return false; /* 付款期限应当…: it has a subject, a thing */
    return force < end &&
           ft_grammar_next(r->grammar, FT_ROLE_BY, at, force) == force;
}

/* Whether firms alone act; not 国家机关、事业单位和企业. */
static bool
is_of_firms(const ft_rule_reader *r, const ft_actor *phrase)
{
    for (uint32_t i = phrase->start + 1; i < phrase->end; i++)
        if ((ft_grammar_begins(r->grammar, i) & FT_ROLE_AND) != 0 &&
            (ft_grammar_ends(r->grammar, i) &
             (FT_ROLE_AUTHORITY | FT_ROLE_BODY)) != 0)
            return false;
    return (phrase->roles & FT_ROLE_FIRM) != 0;
}

static fatiao_status
take_bearer(ft_rule_reader *r, const ft_actor *phrase, uint32_t at,
            uint32_t end)
{
    const uint32_t force = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
    if (!ft_actor_is_bearer(r->grammar, r->prose, phrase, force, end,
                            r->sentence->is_sanction))
        return FATIAO_OK;
    r->has_subject = true;
    r->sentence->is_private |=
        (phrase->roles & (FT_ROLE_FIRM | FT_ROLE_PERSON)) != 0;
    r->sentence->is_of_firms |= is_of_firms(r, phrase);
    const fatiao_status status = ft_subject_name(r, phrase);
    return status == FATIAO_OK ? read_joined(r, at, end) : status;
}

/* 本市支持企业发展的资金应当…, 本市政务服务事项应当…: the state is part of an
 * attribute. */
static bool
is_in_attribute(const ft_rule_reader *r, const ft_actor *phrase, uint32_t end)
{
    const uint32_t begins = ft_grammar_begins(r->grammar, phrase->end);
    return (phrase->roles & FT_ROLE_STATE_ITSELF) != 0 &&
           (begins == 0 || (begins & FT_ROLES_SOFT) != 0) &&
           ft_grammar_next(r->grammar, FT_ROLE_MUST, phrase->end, end) < end;
}

/* X与Y订立合同时: it is X who acts; but X与Y应当… are both. */
static void
drop_other_side(const ft_rule_reader *r, ft_actor *phrase, uint32_t end)
{
    if (phrase->end == end ||
        (ft_grammar_begins(r->grammar, phrase->end) & FT_ROLES_FORCE) != 0)
        return;
    for (uint32_t i = phrase->start + 1; i < phrase->end; i++) {
        const uint32_t head = ft_grammar_ends(r->grammar, i) & FT_ROLES_HEAD;
        if (head == 0 || !ft_prose_has(r->prose, i, "与") ||
            ft_grammar_length(r->grammar, i) != 1)
            continue;
        phrase->end = i;
        phrase->roles = head;
        return;
    }
}

/* The subject of a clause, or the one that waits from a clause before.
 * `*predicate` is where what is said of it begins. */
fatiao_status
ft_subject_read(ft_rule_reader *r, uint32_t at, uint32_t end, bool is_condition,
                uint32_t *predicate)
{
    ft_actor phrase;
    *predicate = at;
    if (ft_actor_find(r->grammar, r->prose, at, end, false, &phrase)) {
        const bool has_force =
            ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end) < end;
        const bool is_public =
            (phrase.roles & (FT_ROLE_AUTHORITY | FT_ROLE_STATE_ITSELF)) != 0;
        if (is_in_attribute(r, &phrase, end))
            return FATIAO_OK;
        *predicate = phrase.end;
        drop_other_side(r, &phrase, end);
        if (is_condition || fills(r, &phrase, end) ||
            (!has_force && !is_public)) {
            wait(r, &phrase, is_condition, end);
            return FATIAO_OK;
        }
        if (r->lead != NULL && !has_force)
            return FATIAO_OK;
        r->waits = FT_WAITS_NOT;
        return take_bearer(r, &phrase, *predicate, end);
    }
    if (takes_waiting(r, at, end)) {
        r->waits = is_condition ? r->waits : FT_WAITS_NOT;
        return take_bearer(r, &r->waiting, at, end);
    }
    const bool is_joining =
        (ft_grammar_begins(r->grammar, at) & FT_ROLE_WITH) != 0;
    const fatiao_status status =
        is_joining ? read_joined(r, at, end) : FATIAO_OK;
    return status == FATIAO_OK ? read_by(r, at, end, predicate) : status;
}

/* At the end of a sentence: an organisation that waited acts in a plain way. */
fatiao_status
ft_subject_end(ft_rule_reader *r)
{
    if (r->waits != FT_WAITS_PLAIN || r->lead != NULL ||
        r->sentence->is_sanction ||
        (r->waiting.roles & (FT_ROLE_FIRM | FT_ROLE_PERSON)) != 0)
        return FATIAO_OK;
    return ft_subject_name(r, &r->waiting);
}
