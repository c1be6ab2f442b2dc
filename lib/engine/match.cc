/* Searching: from a request to a query of the database, and its matches.
 *
 *     OR of scored terms, each group of one weight below one scale
 *       filtered by AND of required terms
 *       filtered by OR of filters
 */
#include "engine/guard.h"

#include <algorithm>
#include <map>
#include <vector>

namespace
{

/* Asks the caller whether a document may be in the result. */
class caller_accepts : public Xapian::MatchDecider
{
  public:
    explicit caller_accepts(const ft_engine_request *asked) : request(asked)
    {
    }
    bool operator()(const Xapian::Document &document) const override
    {
        const std::string data = document.get_data();
        return request->accept(request->context, data.data(), data.size());
    }

  private:
    const ft_engine_request *request;
};

} // namespace

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

/* Of those terms of which one is enough, the ones that stand in the database:
 * thousands that do not would make a tree as deep as they are many. */
static std::vector<ft_engine_term>
terms_there(const ft_engine *engine, const ft_engine_term *terms, size_t count)
{
    std::vector<ft_engine_term> there;
    for (size_t i = 0; i < count; i++)
        if (engine->database.term_exists(
                std::string(terms[i].bytes, terms[i].byte_count)))
            there.push_back(terms[i]);
    return there;
}

static Xapian::Query
scored_query(const ft_engine *engine, const ft_engine_request *request)
{
    std::map<double, std::vector<Xapian::Query>> groups;
    for (const auto &term :
         terms_there(engine, request->scored, request->scored_count))
        groups[term.weight].push_back(query_of(term));
    std::vector<Xapian::Query> scaled;
    for (const auto &group : groups) {
        const auto any = combine(Xapian::Query::OP_OR, group.second);
        scaled.push_back(group.first == 1 ? any : any * group.first);
    }
    return combine(Xapian::Query::OP_OR, scaled);
}

static Xapian::Query
required_query(const ft_engine_request *request)
{
    std::vector<Xapian::Query> all;
    for (size_t i = 0; i < request->required_count; i++)
        all.push_back(query_of(request->required[i]));
    return combine(Xapian::Query::OP_AND, all);
}

static Xapian::Query
filter_query(const ft_engine *engine, const ft_engine_request *request)
{
    std::vector<Xapian::Query> any;
    for (const auto &term :
         terms_there(engine, request->filters, request->filter_count))
        any.push_back(query_of(term));
    return combine(Xapian::Query::OP_OR, any);
}

/* Keeps of `query`, which may be null for all documents, what passes. */
static void
filter(Xapian::Query *query, bool *is_null, const Xapian::Query &passes)
{
    *query = *is_null ? passes
                      : Xapian::Query(Xapian::Query::OP_FILTER, *query, passes);
    *is_null = false;
}

static Xapian::Query
whole_query(const ft_engine *engine, const ft_engine_request *request)
{
    bool is_null = request->scored_count == 0;
    Xapian::Query query;
    if (!is_null)
        query = scored_query(engine, request);
    if (request->required_count > 0)
        filter(&query, &is_null, required_query(request));
    if (request->filter_count > 0)
        filter(&query, &is_null, filter_query(engine, request));
    /* The empty term stands in every document. */
    return is_null ? Xapian::Query(std::string()) : query;
}

static void
push_matches(const Xapian::MSet &found, ft_array *matches)
{
    for (auto i = found.begin(); i != found.end(); ++i) {
        auto *match = static_cast<ft_engine_match *>(ft_array_push(matches));
        if (match == nullptr)
            throw std::bad_alloc();
        match->id = *i;
        match->score = i.get_weight();
    }
}

fatiao_status
ft_engine_search(ft_engine *engine, const ft_engine_request *request,
                 ft_array *matches, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        Xapian::Enquire enquire(engine->database);
        enquire.set_query(whole_query(engine, request));
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        if (request->scored_count > 0)
            enquire.set_weighting_scheme(
                Xapian::BM25Weight(request->bm25_k1, 0, 1, request->bm25_b, 0));
        else
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::doccount limit = static_cast<Xapian::doccount>(
            std::min<size_t>(request->limit, engine->database.get_doccount()));
        const caller_accepts decider(request);
        push_matches(
            enquire.get_mset(0, limit, 0, nullptr,
                             request->accept == nullptr ? nullptr : &decider),
            matches);
        return FATIAO_OK;
    });
}
