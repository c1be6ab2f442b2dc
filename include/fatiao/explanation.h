/* Why an article is found, or why it is not. Included by fatiao.h, which has
 * the rules that hold for every function. */
#ifndef FATIAO_EXPLANATION_H
#define FATIAO_EXPLANATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fatiao/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One of the things that an article is judged by. By `name`:
 *
 *     words           words of the question in its text
 *     pairs           pairs of neighbouring characters in its text
 *     characters      single characters in its text
 *     numbers         numbers in its text, in any spelling
 *     heading-words   words in its headings and in the title of the statute
 *     heading-pairs   pairs in these
 *     synonyms        other words for what the question says, in its text
 *     cover           how much of the question stands in its text at all
 *     clause          its best clause, judged by itself
 *     division        the best other article below the same heading
 *     statute         the best other article of the same statute
 *     law             all sums over words together, where the statute is a law
 *     model           what a model adds or takes away, by the answers to
 *                     earlier questions like this one
 *     citation        what puts it first, where the question cites it */
typedef struct fatiao_feature {
    const char *name;
    double value;
    double weight;
    double share; /* value times weight; all shares together are the score */
    const char
        *source;          /* id of the clause or article that gave the value,
                             for clause, division, statute; "" where there is none */
    const char *citation; /* of it */
} fatiao_feature;

/* A word of the question, or another word for one, and what it adds. */
typedef struct fatiao_term {
    const char *text;       /* "拖欠"; characters folded */
    const char *feature;    /* the name of the one that it counts in */
    const char *cause;      /* what was typed that it is another word for,
                               "欠薪" or "拖欠+工资"; "" if it was itself */
    uint32_t article_count; /* how many articles of the index hold it there:
                               the fewer, the more it is worth */
    double weight; /* what it is worth where it stands about once in an article
                      of usual length */
    double share;  /* of the score; 0: the article lacks it */
} fatiao_term;

/* Why an article is not found. */
typedef enum fatiao_absence {
    FATIAO_ABSENCE_NONE = 0,    /* it is found */
    FATIAO_ABSENCE_NOTHING = 1, /* nothing of the question stands in it */
    FATIAO_ABSENCE_UNMET = 2,   /* what must hold, as what stands in quotation
                                   marks, does not */
    FATIAO_ABSENCE_STATUTE = 3, /* only other statutes were searched */
    FATIAO_ABSENCE_BEHIND = 4,  /* too many articles come before it */
    FATIAO_ABSENCE_SCRAPS = 5   /* it has characters of the question, but too
                                   few to show */
} fatiao_absence;

/* How one article does with one question. Immutable; may be shared across
 * threads, and outlives its searcher. Freed with fatiao_explanation_free. */
typedef struct fatiao_explanation {
    const struct fatiao_hit *hit; /* as a search gives it; where it is not
                                     found, with the score that it would have */
    fatiao_absence absence;
    size_t place;    /* from 1: among the hits where it is found, else among all
                        articles by the words alone; 0: among none */
    bool is_relaxed; /* as fatiao_hits_is_relaxed tells */
    const fatiao_feature *features;
    size_t feature_count;
    const fatiao_term *terms; /* the greatest share first, then what is lacking,
                                 the weightiest first */
    size_t term_count;
    const char *const *fillers; /* words that only ask: 怎么, 请问; they count
                                   nothing */
    size_t filler_count;
} fatiao_explanation;

FATIAO_API void fatiao_explanation_free(fatiao_explanation *explanation);

#ifdef __cplusplus
}
#endif

#endif
