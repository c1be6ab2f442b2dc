/* Words for links and checks, that several outputs use. */
#ifndef CLI_LINK_WORDS_H
#define CLI_LINK_WORDS_H

#include <fatiao/fatiao.h>

/* "relative", "law-place" …: for programs. */
const char *link_kind_name(fatiao_link_kind kind);
/* "found", "no-law" …: for programs. */
const char *link_state_name(fatiao_link_state state);
/* "the index has no such law": for people. */
const char *link_state_words(fatiao_link_state state);
/* "none", "exact" …: for programs. */
const char *link_quote_name(fatiao_quote_state state);

#endif
