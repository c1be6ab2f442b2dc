/* fatiao match: what a firm can claim, from whom, under which condition. */
#include "commands.h"

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "memory.h"
#include "message.h"
#include "output_claims.h"
#include "pager.h"
#include "profile_file.h"

/* Puts what the options say. What the command line says of size, stage and
 * place takes the place of what the file says. */
static bool
read_profile(const command_options *options, fatiao_profile *profile)
{
    fatiao_error error;
    if (options->profile != NULL &&
        !profile_file_read(options->profile, profile))
        return false;
    for (size_t i = 0; i < options->fact_count; i++) {
        const firm_fact *fact = &options->facts[i];
        fatiao_profile_key key = FATIAO_PROFILE_SIZE;
        fatiao_status status = fatiao_profile_key_find(fact->key, &key, &error);
        if (status == FATIAO_OK)
            status = profile_file_put(profile, key, fact->value, &error);
        if (status != FATIAO_OK) {
            message_error("--%s: %s", fact->key, error.message);
            return false;
        }
    }
    return true;
}

/* Finds the claims in the statutes that the options name. */
static fatiao_claims *
find_claims(const command_options *options, const fatiao_profile *profile,
            int *code)
{
    fatiao_error error;
    fatiao_references *laws = NULL;
    fatiao_claims *claims = NULL;
    fatiao_claims_options how = FATIAO_CLAIMS_OPTIONS;
    fatiao_searcher *searcher = index_reader_open(options->index);
    bool is_named = searcher != NULL;
    if (is_named && options->law != NULL) {
        const fatiao_reference *law =
            index_reader_law(searcher, options->law, &laws, code);
        is_named = law != NULL;
        how.statute_id = is_named ? law->statute_id : NULL;
    }
    if (is_named && fatiao_searcher_claims(searcher, profile, &how, &claims,
                                           &error) != FATIAO_OK)
        message_library_error(&error);
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    return claims;
}

int
command_match(const command_options *options)
{
    fatiao_error error;
    fatiao_profile *profile = NULL;
    fatiao_claims *claims = NULL;
    int code = EXIT_CODE_ERROR;
    if (options->profile == NULL && options->fact_count == 0) {
        options_usage_error(options,
                            "match needs a --profile, or what is known of "
                            "the firm");
        return EXIT_CODE_ERROR;
    }
    if (fatiao_profile_new(&profile, &error) != FATIAO_OK)
        message_library_error(&error);
    else if (read_profile(options, profile))
        claims = find_claims(options, profile, &code);
    if (claims != NULL) {
        const text_style *style = terminal_style(options->color);
        pager_start();
        output_claims(claims, options->format, style);
        code = fatiao_claims_count(claims) > 0 ? EXIT_CODE_FOUND
                                               : EXIT_CODE_NOTHING;
    }
    fatiao_claims_free(claims);
    fatiao_profile_free(profile);
    return code;
}
