/* Filtering: from a filter to a query of the database, and the documents that
 * pass it. */
#include "engine/guard.h"

#include <vector>

static Xapian::Query
query_of(const ft_engine_term &term)
{
    return Xapian::Query(std::string(term.bytes, term.byte_count));
}

static Xapian::Query
combine(Xapian::Query::op how, const std::vector<Xapian::Query> &queries)
{
    return Xapian::Query(how, queries.begin(), queries.end());
}

static Xapian::Query
required_query(const ft_engine_filter *filter)
{
    std::vector<Xapian::Query> all;
    for (size_t i = 0; i < filter->required_count; i++)
        all.push_back(query_of(filter->required[i]));
    return combine(Xapian::Query::OP_AND, all);
}

/* Of those terms of which one is enough, the ones that stand in the database:
 * thousands that do not would make a tree as deep as they are many. */
static Xapian::Query
any_query(const ft_engine *engine, const ft_engine_filter *filter)
{
    std::vector<Xapian::Query> there;
    for (size_t i = 0; i < filter->any_count; i++) {
        const auto &term = filter->any[i];
        if (engine->database.term_exists(
                std::string(term.bytes, term.byte_count)))
            there.push_back(query_of(term));
    }
    return combine(Xapian::Query::OP_OR, there);
}

static Xapian::Query
whole_query(const ft_engine *engine, const ft_engine_filter *filter)
{
    if (filter->required_count > 0 && filter->any_count > 0)
        return Xapian::Query(Xapian::Query::OP_FILTER, required_query(filter),
                             any_query(engine, filter));
    if (filter->required_count > 0)
        return required_query(filter);
    if (filter->any_count > 0)
        return any_query(engine, filter);
    /* The empty term stands in every document. */
    return Xapian::Query(std::string());
}

fatiao_status
ft_engine_find(ft_engine *engine, const ft_engine_filter *filter, ft_array *ids,
               fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        Xapian::Enquire enquire(engine->database);
        enquire.set_query(whole_query(engine, filter));
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const auto found = enquire.get_mset(0, engine->database.get_doccount());
        for (auto i = found.begin(); i != found.end(); ++i) {
            auto *id = static_cast<uint32_t *>(ft_array_push(ids));
            if (id == nullptr)
                throw std::bad_alloc();
            *id = *i;
        }
        return FATIAO_OK;
    });
}
