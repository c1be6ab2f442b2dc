/* Reading force and actors, a sentence at a time. */
#include "facet/rule.h"

#include "base/error.h"
#include "text/utf8.h"

/* A sentence while its clauses are read. */
typedef struct reading {
    ft_rules *rules;
    const ft_grammar *grammar;
    const ft_passage *passage;
    fatiao_error *error;
    ft_sentence *sentence;
    const ft_sentence *lead; /* of the words above an item */
    ft_actor waiting;        /* named in 有…的， or alone before a comma */
    bool has_waiting;
    bool waits_alone;  /* it was all of its clause */
    bool is_governed;  /* a word of force has been read */
    bool has_soft;     /* 鼓励, 支持 or 引导 */
    bool is_in_charge; /* 负责 has been read */
    bool is_plain;     /* a plain verb has been read */
    bool plain_waits;  /* the last force; the next clause may take it over */
    bool is_adverbial; /* … and was a preposition: X根据政策，负责… */
    bool has_given;
} reading;

void
ft_rules_init(ft_rules *rules)
{
    *rules = (ft_rules){.forces.item_size = sizeof(ft_force),
                        .actors.item_size = sizeof(ft_actor),
                        .sentences.item_size = sizeof(ft_sentence),
                        .phrases.item_size = sizeof(ft_actor)};
}

void
ft_rules_finish(ft_rules *rules)
{
    ft_array_finish(&rules->forces);
    ft_array_finish(&rules->actors);
    ft_array_finish(&rules->sentences);
    ft_array_finish(&rules->phrases);
}

/* -------------------------------------------------------------------- force */

static fatiao_status
add_force(const reading *r, uint32_t role, uint32_t start, uint32_t length)
{
    ft_force *force = ft_array_push(&r->rules->forces);
    if (force == NULL)
        return ft_error_memory(r->error);
    *force = (ft_force){role, start, start + length};
    return FATIAO_OK;
}

/* Whether a word of force at `at` belongs to an attribute: 可以分割的空间. */
static bool
is_attributive(const reading *r, uint32_t at, uint32_t end)
{
    const uint32_t code = ft_passage_code(r->passage, end - 1);
    for (uint32_t i = at; i + 1 < end; i++)
        if (ft_passage_code(r->passage, i) == 0x7684 /* 的 */ &&
            (ft_grammar_begins(r->grammar, at) & FT_ROLE_MAY))
            return ft_grammar_next(r->grammar, FT_ROLE_VERB, at, i) - at >
                   ft_grammar_length(r->grammar, at) + 2;
    return code == 0x7684;
}

static fatiao_status
add_actor(const reading *r, const ft_actor *phrase)
{
    ft_actor *kept = ft_array_push(&r->rules->phrases);
    if (kept == NULL)
        return ft_error_memory(r->error);
    *kept = *phrase;
    return ft_actor_split(r->grammar, r->passage, phrase, &r->rules->actors,
                          r->error);
}

/* The words of force in [at, end), each once in a sentence's clause. */
static fatiao_status
read_hard(reading *r, uint32_t at, uint32_t end)
{
    for (uint32_t i = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
         i < end; i = ft_grammar_next(r->grammar, FT_ROLES_FORCE, i + 1, end)) {
        const uint32_t role = ft_grammar_begins(r->grammar, i) & FT_ROLES_FORCE;
        if (is_attributive(r, i, end))
            continue;
        r->is_governed = true;
        fatiao_status status =
            add_force(r, role, i, ft_grammar_length(r->grammar, i));
        if ((role & (FT_ROLE_MUST_NOT | FT_ROLE_BAN)) &&
            i < r->sentence->forbidden_from)
            r->sentence->forbidden_from = i;
        /* 严禁行业组织…: named behind the word. */
        ft_actor phrase;
        if (status == FATIAO_OK && (role & FT_ROLE_BAN) && i == at &&
            ft_actor_find(r->grammar, r->passage,
                          i + ft_grammar_length(r->grammar, i), end, false,
                          &phrase) &&
            phrase.end < end)
            status = add_actor(r, &phrase);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* 鼓励和支持: the soft words at the head of a clause. */
static fatiao_status
read_soft(reading *r, uint32_t *at)
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

/* ------------------------------------------------------------------- actors */

static bool
ends_with(const reading *r, uint32_t end, const char *set)
{
    return ft_char_is_one_of(ft_passage_code(r->passage, end - 1), set);
}

/* Whether one of these words of force makes the phrase a duty-bearer. Those who
 * may claim something are none. */
static bool
is_bearer(const reading *r, const ft_actor *phrase, uint32_t force_at,
          uint32_t end)
{
    const uint32_t role = ft_grammar_begins(r->grammar, force_at);
    const bool is_private =
        (phrase->roles & (FT_ROLE_PERSON | FT_ROLE_FIRM)) != 0;
    if (force_at == end && r->sentence->is_sanction)
        return (phrase->roles & FT_ROLE_AUTHORITY) != 0 &&
               (ft_grammar_begins(r->grammar, phrase->end) &
                (FT_ROLE_PREPOSITION | FT_ROLE_WITH)) != 0;
    if (force_at == end)
        return !is_private;
    if (role & FT_ROLE_MAY)
        return !is_private && !ft_passage_has(r->passage, force_at, "有权") &&
               !ft_passage_has(r->passage, force_at + 2, "申请") &&
               !ft_passage_has(r->passage, force_at + 2, "向");
    return true;
}

/* 会同有关部门: those joined to the one who acts. */
static fatiao_status
read_joined(const reading *r, uint32_t at, uint32_t end)
{
    const uint32_t with = ft_grammar_next(r->grammar, FT_ROLE_WITH, at, end);
    if (with == end)
        return FATIAO_OK;
    ft_actor joined;
    if (!ft_actor_find(r->grammar, r->passage,
                       with + ft_grammar_length(r->grammar, with), end, true,
                       &joined))
        return FATIAO_OK;
    joined.is_joined = true;
    return add_actor(r, &joined);
}

/* 由市财政部门规定. */
static fatiao_status
read_by(const reading *r, uint32_t at, uint32_t end, uint32_t *predicate)
{
    for (uint32_t by = ft_grammar_next(r->grammar, FT_ROLE_BY, at, end);
         by < end; by = ft_grammar_next(r->grammar, FT_ROLE_BY, by + 1, end)) {
        ft_actor phrase;
        if (!ft_actor_find(r->grammar, r->passage, by + 1, end, true,
                           &phrase) ||
            phrase.end == end ||
            (phrase.roles & (FT_ROLE_AUTHORITY | FT_ROLE_BODY)) == 0 ||
            ft_passage_has(r->passage, phrase.end, "组成"))
            continue;
        *predicate = phrase.end;
        fatiao_status status = add_actor(r, &phrase);
        if (status == FATIAO_OK)
            status = read_joined(r, phrase.end, end);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* ------------------------------------------------------------------- clauses
 */

static uint32_t
skip_openings(const reading *r, uint32_t at, uint32_t end)
{
    while (at < end &&
           (ft_grammar_begins(r->grammar, at) & FT_ROLE_OPENING) != 0)
        at += ft_grammar_length(r->grammar, at);
    return at;
}

static uint32_t
skip_adverbs(const reading *r, uint32_t at, uint32_t end)
{
    while (at < end &&
           (ft_grammar_begins(r->grammar, at) & FT_ROLE_ADVERB) != 0)
        at += ft_grammar_length(r->grammar, at);
    return at;
}

/* Whether a clause without a subject goes on with the one that waits: one that
 * stood alone before a comma acts in any way, one of a condition (有…的) only
 * where a duty follows. */
static bool
takes_waiting(const reading *r, uint32_t at, uint32_t end)
{
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    if (r->waits_alone && (begins & (FT_ROLE_PREPOSITION | FT_ROLE_VERB |
                                     FT_ROLE_ADVERB | FT_ROLE_WITH)) != 0)
        return true;
    const uint32_t force = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
    return force < end &&
           ft_grammar_next(r->grammar, FT_ROLE_BY, at, force) == force;
}

/* The subject of a clause, or the one that waits from a clause before. */
static fatiao_status
read_subject(reading *r, uint32_t at, uint32_t end, bool is_condition,
             uint32_t *predicate)
{
    ft_actor phrase;
    const uint32_t force = ft_grammar_next(r->grammar, FT_ROLES_FORCE, at, end);
    *predicate = at;
    bool is_found =
        ft_actor_find(r->grammar, r->passage, at, end, false, &phrase);
    if (is_found && (is_condition || phrase.end == end)) {
        r->waiting = phrase;
        r->has_waiting = true;
        r->waits_alone = !is_condition;
        return FATIAO_OK;
    }
    if (is_found && is_bearer(r, &phrase, force, end))
        *predicate = phrase.end;
    if (!is_found && r->has_waiting && takes_waiting(r, at, end)) {
        phrase = r->waiting;
        is_found = true;
    }
    r->has_waiting = r->has_waiting && is_condition;
    fatiao_status status = FATIAO_OK;
    if (is_found && is_bearer(r, &phrase, force, end)) {
        status = add_actor(r, &phrase);
        r->sentence->is_private |=
            (phrase.roles & (FT_ROLE_FIRM | FT_ROLE_PERSON)) != 0;
        if (status == FATIAO_OK)
            status = read_joined(r, *predicate, end);
    } else if (!is_found) {
        status = read_by(r, at, end, predicate);
    }
    return status;
}

/* A clause without a word of force: 鼓励…, 给予…, or a plain verb. */
static fatiao_status
read_plain(reading *r, uint32_t at, uint32_t end, bool has_subject,
           bool is_first)
{
    at = skip_openings(r, at, end);
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    const uint32_t behind = at + ft_grammar_length(r->grammar, at);
    const uint32_t next = behind + ft_grammar_length(r->grammar, behind);
    /* 推进和支持 */
    if ((begins & FT_ROLE_VERB) && next < end &&
        (ft_grammar_begins(r->grammar, behind) & FT_ROLE_AND) &&
        (ft_grammar_begins(r->grammar, next) & FT_ROLES_SOFT)) {
        at = next;
    }
    if (ft_grammar_begins(r->grammar, at) & FT_ROLES_SOFT)
        return r->is_in_charge ? FATIAO_OK : read_soft(r, &at);
    if (r->is_plain || r->has_soft)
        return FATIAO_OK;
    const uint32_t charge =
        ft_grammar_next(r->grammar, FT_ROLE_IN_CHARGE, at, end);
    if (charge < end && has_subject) {
        r->is_plain = r->is_in_charge = true;
        return add_force(r, FT_ROLE_STATE, charge, 2);
    }
    if (!has_subject && (!is_first || (begins & FT_ROLE_VERB) == 0))
        return FATIAO_OK;
    r->is_plain = r->plain_waits = true;
    r->is_adverbial = (begins & FT_ROLE_PREPOSITION) != 0;
    return add_force(r, 0, at, 2);
}

/* Notes what a whole sentence is. */
static fatiao_status
begin_sentence(reading *r, const ft_stretch *clauses, size_t first)
{
    r->sentence = ft_array_at(&r->rules->sentences, clauses[first].sentence);
    r->sentence->forbidden_from = UINT32_MAX;
    uint32_t end = clauses[first].end;
    for (size_t i = first; i < r->passage->clauses.count &&
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
        r->sentence->is_private |= r->lead->is_private;
        if (r->lead->forbidden_from != UINT32_MAX)
            r->sentence->forbidden_from = start;
    }
    return stated < end ? add_force(r, FT_ROLE_STATE, stated, 2) : FATIAO_OK;
}

static fatiao_status
read_clause(reading *r, const ft_stretch *clause, bool is_first)
{
    const uint32_t at = skip_openings(r, clause->start, clause->end);
    const uint32_t end = clause->end;
    if (at >= end)
        return FATIAO_OK;
    const bool is_condition = ends_with(r, end, "的时后前");
    uint32_t predicate = at;
    fatiao_status status = read_subject(r, at, end, is_condition, &predicate);
    if (status != FATIAO_OK || is_condition)
        return status;
    const bool was_governed = r->is_governed;
    const uint32_t begins = ft_grammar_begins(r->grammar, at);
    const uint32_t charge =
        ft_grammar_next(r->grammar, FT_ROLE_IN_CHARGE, at, end);
    if (r->plain_waits &&
        (ft_grammar_begins(r->grammar, skip_adverbs(r, at, end)) &
         FT_ROLES_FORCE) != 0) {
        r->rules->forces.count--; /* X采购货物，应当…: one rule */
    } else if (r->plain_waits && r->is_adverbial && charge < end &&
               (begins & (FT_ROLE_PREPOSITION | FT_ROLE_IN_CHARGE)) != 0) {
        r->rules->forces.count--; /* X根据…，在…负责: who is in charge */
        r->plain_waits = false;
        r->is_in_charge = true;
        return add_force(r, FT_ROLE_STATE, charge, 2);
    }
    r->plain_waits = false;
    status = read_hard(r, at, end);
    if (status != FATIAO_OK || r->is_governed || was_governed)
        return status;
    const uint32_t give = ft_grammar_next(r->grammar, FT_ROLE_GIVE, at, end);
    const uint32_t head = skip_openings(r, predicate, end);
    if (give < end && !r->has_given &&
        (ft_grammar_begins(r->grammar, head) & FT_ROLES_SOFT) == 0) {
        r->has_given = r->is_plain = true;
        return add_force(r, FT_ROLE_GIVE, give,
                         ft_grammar_length(r->grammar, give));
    }
    return read_plain(r, predicate, end, predicate != at, is_first);
}

/* The sentence above the items, if the clause stands in one of them. */
static const ft_sentence *
lead_of(const ft_rules *rules, const ft_passage *passage,
        const ft_stretch *clause)
{
    const ft_piece *pieces = passage->pieces.items;
    if (passage->pieces.count < 2 || clause->start < pieces[1].char_first ||
        pieces[1].char_first < 2)
        return NULL;
    const ft_stretch *last =
        ft_passage_clause(passage, pieces[1].char_first - 1);
    return ft_array_at(&rules->sentences, last->sentence);
}

fatiao_status
ft_rules_read(ft_rules *rules, const ft_grammar *grammar,
              const ft_passage *passage, fatiao_error *error)
{
    ft_array_clear(&rules->forces);
    ft_array_clear(&rules->actors);
    ft_array_clear(&rules->sentences);
    ft_array_clear(&rules->phrases);
    if (!ft_array_resize(&rules->sentences, passage->sentence_count + 1))
        return ft_error_memory(error);
    const ft_stretch *clauses = passage->clauses.items;
    reading r = {0};
    for (size_t i = 0; i < passage->clauses.count; i++) {
        const bool is_first =
            i == 0 || clauses[i].sentence != clauses[i - 1].sentence;
        fatiao_status status = FATIAO_OK;
        if (is_first) {
            r = (reading){.rules = rules,
                          .grammar = grammar,
                          .passage = passage,
                          .error = error,
                          .lead = lead_of(rules, passage, &clauses[i])};
            status = begin_sentence(&r, clauses, i);
        }
        if (status == FATIAO_OK && !r.sentence->is_statement)
            status = read_clause(&r, &clauses[i], is_first);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}
