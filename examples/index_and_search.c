/* Indexes files (quote the pattern) and prints which clauses answer. */
#include <fatiao/fatiao.h>
#include <glob.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
    static char bytes[1 << 20]; /* a longer statute is cut off */
    static glob_t names;
    fatiao_error error = {.message = "usage: 'FOLDER/*.md' INDEX QUESTION"};
    fatiao_writer *writer = NULL;
    fatiao_searcher *searcher = NULL;
    fatiao_query *query = NULL;
    fatiao_hits *hits = NULL;
    bool ok = argc == 4 && glob(argv[1], 0, NULL, &names) == 0 &&
              !fatiao_writer_open(argv[2], &writer, &error);
    for (char **name = names.gl_pathv; ok && *name != NULL; name++) {
        fatiao_parse_options options = {.size = sizeof(options), .name = *name};
        fatiao_statute *statute = NULL;
        ok = freopen(*name, "rb", stdin) != NULL &&
             !fatiao_statute_parse(bytes, fread(bytes, 1, sizeof(bytes), stdin),
                                   &options, &statute, &error) &&
             !fatiao_writer_put(writer, *name, statute, *name, NULL, &error);
        fatiao_statute_free(statute);
    }
    ok = ok && !fatiao_writer_commit(writer, &error) &&
         !fatiao_searcher_open(argv[2], &searcher, &error) &&
         !fatiao_query_parse(argv[3], NULL, &query, &error) &&
         !fatiao_searcher_search(searcher, query, NULL, &hits, &error);
    for (size_t i = 0; i < fatiao_hits_count(hits); i++)
        puts(fatiao_hits_at(hits, i)->citation);
    fputs(ok ? "" : error.message, stderr);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    fatiao_searcher_close(searcher);
    fatiao_writer_close(writer);
    return ok ? 0 : 2;
}
