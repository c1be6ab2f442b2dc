/* Reading force and actors, a sentence at a time. */
#include "facet/rule.h"

#include "base/error.h"
#include "facet/subject.h"
#include "text/utf8.h"

enum { DE = 0x7684 /* 的 */ };
static const size_t NONE = SIZE_MAX;

void
ft_rules_init(ft_rules *rules)
{
    *rules = (ft_rules){.forces.item_size = sizeof(ft_force),
                        .actors.item_size = sizeof(ft_actor),
                        .sentences.item_size = sizeof(ft_sentence),
                        .is_name.item_size = sizeof(bool)};
}

void
ft_rules_finish(ft_rules *rules)
{
    ft_array_finish(&rules->forces);
    ft_array_finish(&rules->actors);
    ft_array_finish(&rules->sentences);
    ft_array_finish(&rules->is_name);
}

/* -------------------------------------------------------------------- force */

static fatiao_status
add_force(const ft_rule_reader *r, uint32_t role, uint32_t start,
          uint32_t length)
{
    ft_force *force = ft_array_push(&r->rules->forces);
    if (force == NULL)
        return ft_error_memory(r->error);
    const uint32_t clause_end = ft_prose_clause(r->prose, start)->end;
    const uint32_t end =
        start + length < clause_end ? start + length : clause_end;
    *force = (ft_force){role, start, end, false};
    return FATIAO_OK;
}

/* Whether a word of force at `at` belongs to an attribute: 可以独立使用的空间,
 * 应当招标的项目. */
static bool
is_attributive(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    enum { VERB_CHARS_MAX = 8 };
    if (ft_prose_code(r->prose, end - 1) == DE)
        return true;
    if ((ft_grammar_begins(r->grammar, at) & FT_ROLE_MAY) == 0 ||
        ft_prose_has(r->prose, at, "有权"))
        return false;
    const uint32_t behind = at + ft_grammar_length(r->grammar, at);
    for (uint32_t i = behind; i < end && i < behind + VERB_CHARS_MAX; i++)
        if (ft_prose_code(r->prose, i) == DE)
            return ft_grammar_next(r->grammar,
                                   FT_ROLE_VERB | FT_ROLE_PREPOSITION, behind,
                                   i) > behind + 1;
    return false;
}

/* Whether 不得 is one of the things that others are to be led to: 引导企业
 * 履行义务、不得拖欠款项. */
static bool
is_listed(const ft_rule_reader *r, uint32_t role, uint32_t at)
{
    return (role & FT_ROLE_MUST_NOT) != 0 && r->is_governed &&
           ft_prose_code(r->prose, at - 1) == 0x3001 /* 、 */;
}

/* The words of force in [at, end), each once in a sentence's clause. */
static fatiao_status
read_hard(ft_rule_reader *r, uint32_t at, uint32_t end)
{
    for (uint32_t i = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
         i < end; i = ft_grammar_next(r->grammar, FT_ROLES_FORCE, i + 1, end)) {
        const uint32_t role = ft_grammar_begins(r->grammar, i) & FT_ROLES_FORCE;
        if (is_attributive(r, i, end) || is_listed(r, role, i))
            continue;
        r->is_governed = r->sentence->is_governed = true;
        fatiao_status status =
            add_force(r, role, i, ft_grammar_length(r->grammar, i));
        if ((role & (FT_ROLE_MUST_NOT | FT_ROLE_BAN)) &&
            i < r->sentence->forbidden_from)
            r->sentence->forbidden_from = i;
        r->sentence->allowed_from =
            (role & (FT_ROLE_MUST_NOT | FT_ROLE_BAN)) ? UINT32_MAX : at;
        /* 严禁行业组织…: named behind the word. */
        ft_actor phrase;
        if (status == FATIAO_OK && (role & FT_ROLE_BAN) && i == at &&
            ft_actor_find(r->grammar, r->prose,
                          i + ft_grammar_length(r->grammar, i), end, false,
                          &phrase) &&
            phrase.end < end)
            status = ft_subject_name(r, &phrase);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* 鼓励和支持: the soft words at the head of a clause. */
static fatiao_status
read_soft(ft_rule_reader *r, uint32_t *at)
{
    while (ft_grammar_begins(r->grammar, *at) & FT_ROLES_SOFT) {
        const uint32_t role =
            ft_grammar_begins(r->grammar, *at) & FT_ROLES_SOFT;
        const uint32_t length = ft_grammar_length(r->grammar, *at);
        const fatiao_status status = add_force(r, role, *at, length);
        if (status != FATIAO_OK)
            return status;
        r->has_soft = true;
        *at += length;
        const uint32_t behind = *at + ft_grammar_length(r->grammar, *at);
        if ((ft_grammar_begins(r->grammar, *at) & FT_ROLE_AND) &&
            (ft_grammar_begins(r->grammar, behind) & FT_ROLES_SOFT))
            *at = behind;
    }
    return FATIAO_OK;
}

static bool
ends_with(const ft_rule_reader *r, uint32_t end, const char *set)
{
    return ft_char_is_one_of(ft_prose_code(r->prose, end - 1), set);
}

/* ------------------------------------------------------------------- clauses
 */

static uint32_t
skip_openings(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    while (at < end &&
           (ft_grammar_begins(r->grammar, at) & FT_ROLE_OPENING) != 0)
        at += ft_grammar_length(r->grammar, at);
    return at;
}

/* ----------------------------------------------------------------- predicates
 */

/* The force of a plain verb gives way to that of a clause behind it. */
static void
drop_plain(ft_rule_reader *r)
{
    if (r->plain == NONE)
        return;
    ft_force *force = ft_array_at(&r->rules->forces, r->plain);
    force->is_dropped = true;
    r->plain = NONE;
}

/* Behind 推进和 in 推进和支持; `at` where there is no such thing. */
static uint32_t
skip_to_soft(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    const uint32_t behind = at + ft_grammar_length(r->grammar, at);
    const uint32_t next = behind + ft_grammar_length(r->grammar, behind);
    const bool is_pair =
        (ft_grammar_begins(r->grammar, at) & FT_ROLE_VERB) != 0 && next < end &&
        (ft_grammar_begins(r->grammar, behind) & FT_ROLE_AND) != 0 &&
        (ft_grammar_begins(r->grammar, next) & FT_ROLES_SOFT) != 0;
    return is_pair ? next : at;
}

/* 给予补贴, where nothing governs it. */
static fatiao_status
read_given(ft_rule_reader *r, uint32_t at, uint32_t end)
{
    const uint32_t give = ft_grammar_next(r->grammar, FT_ROLE_GIVE, at, end);
    if (give == end || r->has_given)
        return FATIAO_OK;
    r->has_given = true;
    drop_plain(r);
    return add_force(r, FT_ROLE_GIVE, give,
                     ft_grammar_length(r->grammar, give));
}

/* A clause without a word of force: 鼓励…, 给予…, 负责…, or a plain verb. */
static fatiao_status
read_plain(ft_rule_reader *r, uint32_t at, uint32_t end, bool has_subject,
           bool is_first)
{
    at = skip_openings(r, at, end);
    if (at >= end)
        return FATIAO_OK;
    at = skip_to_soft(r, at, end);
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    if (begins & FT_ROLES_SOFT)
        return r->is_in_charge ? FATIAO_OK : read_soft(r, &at);
    fatiao_status status = read_given(r, at, end);
    if (status != FATIAO_OK || r->has_given || r->has_soft ||
        r->plain != NONE || r->is_in_charge)
        return status;
    const uint32_t charge =
        ft_grammar_next(r->grammar, FT_ROLE_IN_CHARGE, at, end);
    if (has_subject && (charge < end || ft_prose_has(r->prose, at, "是"))) {
        r->is_in_charge = true;
        return add_force(r, FT_ROLE_STATE, charge < end ? charge : at, 2);
    }
    const bool is_rule =
        ft_grammar_next(r->grammar, FT_ROLE_RULE, at, end) < end;
    if (r->lead != NULL || ends_with(r, end, "外") ||
        (!has_subject && !is_rule &&
         (!is_first || (begins & FT_ROLE_VERB) == 0)))
        return FATIAO_OK;
    r->plain = r->rules->forces.count;
    r->is_adverbial = (begins & FT_ROLE_PREPOSITION) != 0;
    r->is_private = r->waits == FT_WAITS_PLAIN &&
                    (r->waiting.roles & (FT_ROLE_FIRM | FT_ROLE_PERSON)) != 0;
    return add_force(r, 0, at, 2);
}

/* Whether 负责 says what an adverbial before it belongs to: 有关部门根据政策，
 * 在各自职责范围内负责. */
static bool
is_late_charge(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    return r->plain != NONE && r->is_adverbial &&
           (begins & (FT_ROLE_PREPOSITION | FT_ROLE_IN_CHARGE)) != 0 &&
           ft_grammar_next(r->grammar, FT_ROLE_IN_CHARGE, at, end) < end;
}

/* Whether a clause only says when: 符合条件的, 除国家规定外; but not
 * 应当在登记后, where the duty stands in front of the time. */
static bool
is_condition_clause(const ft_rule_reader *r, uint32_t at, uint32_t end)
{
    if (ft_prose_has(r->prose, at, "除") && ends_with(r, end, "外"))
        return true;
    if (!ends_with(r, end, "的时后前"))
        return false;
    const uint32_t force = ft_grammar_next(r->grammar, FT_ROLE_MUST, at, end);
    const uint32_t behind = force + ft_grammar_length(r->grammar, force);
    return force == end || ends_with(r, end, "的") ||
           (ft_grammar_begins(r->grammar, behind) & FT_ROLE_PREPOSITION) == 0;
}

/* 支持企业发展的专项资金，应当…: the clause names what another must do. */
static bool
is_subject_of_duty(const ft_rule_reader *r, const ft_stretch *clause)
{
    const ft_stretch *next = clause + 1;
    const ft_array *clauses = &r->prose->clauses;
    if ((size_t)(next - (const ft_stretch *)clauses->items) >= clauses->count ||
        next->sentence != clause->sentence ||
        (ft_grammar_begins(r->grammar, clause->start) & FT_ROLES_SOFT) == 0 ||
        (ft_grammar_begins(r->grammar, next->start) & FT_ROLE_MUST) == 0)
        return false;
    for (uint32_t i = clause->start; i < clause->end; i++)
        if (ft_prose_code(r->prose, i) == DE)
            return true;
    return false;
}

static fatiao_status
read_clause(ft_rule_reader *r, const ft_stretch *clause, bool is_first)
{
    const uint32_t at = skip_openings(r, clause->start, clause->end);
    const uint32_t end = clause->end;
    if (at >= end)
        return FATIAO_OK;
    if (r->lead != NULL &&
        (r->lead->forbidden_from != UINT32_MAX || r->lead->is_sanction))
        return FATIAO_OK; /* a deed that is forbidden or punished */
    const bool is_condition = is_condition_clause(r, at, end);
    uint32_t predicate = at;
    r->has_subject = false;
    fatiao_status status =
        ft_subject_read(r, at, end, is_condition, &predicate);
    if (status != FATIAO_OK || is_condition)
        return status;
    /* One rule: X采购货物，应当…; 企业招聘人员，有关部门应当… */
    if (((at == clause->start && predicate == at) || r->is_private) &&
        !r->is_governed &&
        ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end) < end)
        drop_plain(r);
    if (predicate == at && is_subject_of_duty(r, clause))
        return FATIAO_OK;
    const bool was_governed = r->is_governed;
    status = read_hard(r, at, end);
    if (status != FATIAO_OK || r->is_governed || was_governed)
        return status;
    if (is_late_charge(r, at, end)) {
        drop_plain(r);
        r->is_in_charge = true;
        return add_force(
            r, FT_ROLE_STATE,
            ft_grammar_next(r->grammar, FT_ROLE_IN_CHARGE, at, end), 2);
    }
    r->is_adverbial = false;
    return read_plain(r, predicate, end, predicate != at || r->has_subject,
                      is_first);
}

/* Notes what a whole sentence is. */
static fatiao_status
begin_sentence(ft_rule_reader *r, const ft_stretch *clauses, size_t first)
{
    r->sentence = ft_array_at(&r->rules->sentences, clauses[first].sentence);
    r->sentence->forbidden_from = UINT32_MAX;
    r->sentence->allowed_from = UINT32_MAX;
    uint32_t end = clauses[first].end;
    for (size_t i = first; i < r->prose->clauses.count &&
                           clauses[i].sentence == clauses[first].sentence;
         i++)
        end = clauses[i].end;
    const uint32_t start = clauses[first].start;
    r->sentence->is_sanction =
        ft_grammar_next(r->grammar, FT_ROLE_SANCTION, start, end) < end;
    const uint32_t stated =
        ft_grammar_next(r->grammar, FT_ROLE_STATE, start, end);
    r->sentence->is_statement = stated < end;
    if (r->lead != NULL) {
        /* An item goes on with what stands above it. */
        r->sentence->is_sanction |= r->lead->is_sanction;
        r->is_governed = r->sentence->is_governed = r->lead->is_governed;
        r->sentence->is_private |= r->lead->is_private;
        r->sentence->is_of_firms |= r->lead->is_of_firms;
        if (r->lead->forbidden_from != UINT32_MAX)
            r->sentence->forbidden_from = start;
    }
    return stated < end ? add_force(r, FT_ROLE_STATE, stated, 2) : FATIAO_OK;
}

/* The sentence above the items, if the clause stands in one of them. */
static const ft_sentence *
lead_of(const ft_rules *rules, const ft_prose *prose, const ft_stretch *clause)
{
    const ft_piece *pieces = prose->pieces.items;
    if (prose->pieces.count < 2 || clause->start < pieces[1].char_first ||
        pieces[1].char_first < 2)
        return NULL;
    const ft_stretch *last = ft_prose_clause(prose, pieces[1].char_first - 1);
    return ft_array_at(&rules->sentences, last->sentence);
}

fatiao_status
ft_rules_read(ft_rules *rules, const ft_grammar *grammar, const ft_prose *prose,
              fatiao_error *error)
{
    ft_array_clear(&rules->forces);
    ft_array_clear(&rules->actors);
    ft_array_clear(&rules->sentences);
    ft_array_clear(&rules->is_name);
    if (!ft_array_resize(&rules->sentences, prose->sentence_count + 1) ||
        !ft_array_resize(&rules->is_name, ft_prose_length(prose)))
        return ft_error_memory(error);
    const ft_stretch *clauses = prose->clauses.items;
    ft_rule_reader r = {0};
    for (size_t i = 0; i < prose->clauses.count; i++) {
        const bool is_first =
            i == 0 || clauses[i].sentence != clauses[i - 1].sentence;
        fatiao_status status = FATIAO_OK;
        if (is_first) {
            if (i > 0)
                status = ft_subject_end(&r);
            if (status != FATIAO_OK)
                return status;
            r = (ft_rule_reader){.rules = rules,
                                 .grammar = grammar,
                                 .prose = prose,
                                 .error = error,
                                 .plain = NONE,
                                 .lead = lead_of(rules, prose, &clauses[i])};
            status = begin_sentence(&r, clauses, i);
        }
        if (status == FATIAO_OK && !r.sentence->is_statement)
            status = read_clause(&r, &clauses[i], is_first);
        if (status != FATIAO_OK)
            return status;
    }
    return prose->clauses.count > 0 ? ft_subject_end(&r) : FATIAO_OK;
}
