/* Writing explanations:
 *
 *     1  《…条例》第二十九条第一款
 *         value  weight   score  share
 *         18.35    1.00   18.35    46%  words of the question, in its text
 *          …
 */
#include "output_explanation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "excerpt.h"
#include "help.h"
#include "memory.h"

/* The most words that are listed; the others are added up. */
enum { WORDS_SHOWN = 12 };

/* What is said, in both languages. */
typedef struct phrase {
    const char *name;
    const char *english;
    const char *chinese;
} phrase;

/* The features, by the names that the library gives them. */
static const phrase features[] = {
    {"words", "words of the question, in its text", "正文里有问题中的词"},
    {"pairs", "pairs of neighbouring characters, in its text",
     "正文里有问题中相邻的两个字"},
    {"characters", "single characters, in its text", "正文里有问题中的单字"},
    {"numbers", "numbers of the question, in its text", "正文里有问题中的数目"},
    {"heading-words", "words, in its headings and the title of the statute",
     "章节标题、法规名称里有问题中的词"},
    {"heading-pairs", "pairs of characters, in headings and title",
     "章节标题、法规名称里有问题中相邻的两个字"},
    {"synonyms", "other words for what the question says, in its text",
     "正文里有意思相近的其他说法"},
    {"cover", "how much of the question stands in its text at all",
     "正文覆盖问题的程度"},
    {"clause", "its best clause by itself", "最相符的一款、项"},
    {"division", "the best other article below the same heading",
     "同一章节里最相符的另一条"},
    {"statute", "the best other article of the same statute",
     "同一法规里最相符的另一条"},
    {"law", "rank of the statute: for a law (法), all words again",
     "法规的效力：法律的词语再计一次"},
    {"model", "what answered earlier questions like this one (--model)",
     "从前类似问题的答案（--model）"},
    {"citation", "citation in the question: what is cited comes first",
     "问题中的引用：引用的条文排在最前"},
    {NULL, NULL, NULL}};

/* What a term is, by the feature that it counts in. */
static const phrase kinds[] = {
    {"words", "as a word", "作为词"},
    {"pairs", "as a pair of characters", "作为相邻的两个字"},
    {"characters", "as a character", "作为单字"},
    {"numbers", "as a number", "作为数目"},
    {"heading-words", "as a word in headings or title", "作为标题、名称中的词"},
    {"heading-pairs", "as a pair in headings or title",
     "作为标题、名称中相邻的两个字"},
    {"synonyms", "as another word", "作为其他说法"},
    {NULL, NULL, NULL}};

/* The absences, in the order of their numbers. */
static const phrase absences[] = {
    {NULL, "", ""},
    {"nothing", "not found: nothing of the question stands in it",
     "没有找到：其中没有问题里的任何词语"},
    {"unmet", "not found: what must hold, as what is quoted, does not",
     "没有找到：不满足问题里必须满足的条件，例如引号里的文字"},
    {"statute", "not found: only other statutes were searched",
     "没有找到：只查了其他法规"},
    {"behind",
     "not found: too many articles come before it; by its words "
     "alone its place is",
     "没有找到：排在前面的条文太多；只按词语，它的名次是"},
    {"scraps", "not found: it has only scattered characters of the question",
     "没有找到：其中只有问题里零散的字"}};
enum { ABSENCE_COUNT = sizeof(absences) / sizeof(absences[0]) };

const char *
output_absence_name(fatiao_absence absence)
{
    return (size_t)absence < ABSENCE_COUNT ? absences[absence].name : NULL;
}

static const char *
say(const char *english, const char *chinese)
{
    return help_is_chinese() ? chinese : english;
}

/* What `name` is called; itself if that is not known. */
static const char *
say_name(const phrase *phrases, const char *name)
{
    for (; phrases->name != NULL; phrases++)
        if (strcmp(phrases->name, name) == 0)
            return say(phrases->english, phrases->chinese);
    return name;
}

static double
percent(const fatiao_explanation *explanation, double share)
{
    const double score = explanation->hit->score;
    return score > 0 ? 100 * share / score : 0;
}

/* ------------------------------------------------------------------- parts */

static void
print_head(const fatiao_explanation *explanation, const text_style *style)
{
    const fatiao_hit *hit = explanation->hit;
    const fatiao_absence absence = explanation->absence;
    if (absence == FATIAO_ABSENCE_NONE)
        printf("%s%zu%s  ", style->dim, explanation->place, style->end);
    fputs(style->citation, stdout);
    escape_text(stdout, hit->citation);
    printf("%s\n", style->end);
    if (hit->clause_count > 0) {
        fputs("    ", stdout);
        excerpt_write(stdout, style, hit->clauses[0].text,
                      hit->clauses[0].marks, hit->clauses[0].mark_count,
                      EXCERPT_CHARS_MAX);
        putchar('\n');
    }
    if (absence == FATIAO_ABSENCE_NONE || (size_t)absence >= ABSENCE_COUNT)
        return;
    fputs("    ", stdout);
    fputs(say(absences[absence].english, absences[absence].chinese), stdout);
    if (explanation->place > 0)
        printf(" %zu", explanation->place);
    putchar('\n');
}

static void
print_feature(const fatiao_explanation *explanation,
              const fatiao_feature *feature)
{
    printf("  %8.2f%8.2f%8.2f%6.0f%%  %s", feature->value, feature->weight,
           feature->share, percent(explanation, feature->share),
           say_name(features, feature->name));
    if (feature->citation[0] != '\0') {
        fputs(say(": ", "："), stdout);
        escape_text(stdout, feature->citation);
    }
    putchar('\n');
}

static void
print_features(const fatiao_explanation *explanation, const text_style *style)
{
    printf("  %s%s%s\n", style->dim,
           say("   value  weight   score  share",
               "    数值    权重    得分   占比"),
           style->end);
    for (size_t i = 0; i < explanation->feature_count; i++)
        print_feature(explanation, &explanation->features[i]);
    printf("  %24.2f%6.0f%%  %s\n", explanation->hit->score,
           percent(explanation, explanation->hit->score),
           say("together", "合计"));
}

/* "for 欠薪", and in how many articles the term stands. */
static void
print_about(const fatiao_term *term)
{
    if (term->cause[0] != '\0') {
        fputs(say("for ", "对应问题中的 "), stdout);
        escape_text(stdout, term->cause);
        fputs(say(", ", "，"), stdout);
    }
    printf("%s%u%s", say("in ", "见于 "), term->article_count,
           say(term->article_count == 1 ? " article" : " articles", " 条"));
}

/* A text with all that it adds, in whichever field it stands. */
typedef struct word {
    const fatiao_term *first; /* the term that adds most */
    double share;
} word;

static bool
is_word_of(const fatiao_term *term, const word *one)
{
    return strcmp(term->text, one->first->text) == 0 &&
           strcmp(term->cause, one->first->cause) == 0;
}

static int
by_share_then_place(const void *a, const void *b)
{
    const word *left = a;
    const word *right = b;
    if (left->share != right->share)
        return left->share > right->share ? -1 : 1;
    return left->first < right->first ? -1 : left->first > right->first;
}

/* Gathers the terms that stand in the article; returns how many words. */
static size_t
gather(const fatiao_explanation *explanation, word *words)
{
    size_t count = 0;
    for (size_t i = 0; i < explanation->term_count; i++) {
        const fatiao_term *term = &explanation->terms[i];
        size_t at = 0;
        if (term->share <= 0)
            break;
        while (at < count && !is_word_of(term, &words[at]))
            at++;
        if (at == count)
            words[count++] = (word){term, 0};
        words[at].share += term->share;
    }
    qsort(words, count, sizeof(words[0]), by_share_then_place);
    return count;
}

/* What a word adds in the field of `term`; 0 if a term before tells it. */
static double
share_in_field(const word *one, const fatiao_term *term, const fatiao_term *end)
{
    double share = 0;
    for (const fatiao_term *other = one->first; other < end; other++) {
        if (!is_word_of(other, one) ||
            strcmp(other->feature, term->feature) != 0)
            continue;
        if (other < term)
            return 0;
        share += other->share;
    }
    return share;
}

/* A word, and what it adds where. */
static void
print_word(const fatiao_explanation *explanation, const word *one)
{
    const fatiao_term *end = explanation->terms + explanation->term_count;
    printf("  %24.2f%6.0f%%  ", one->share, percent(explanation, one->share));
    escape_text(stdout, one->first->text);
    fputs(say(" (", "（"), stdout);
    print_about(one->first);
    fputs(say("): ", "）："), stdout);
    for (const fatiao_term *term = one->first; term < end; term++) {
        const double share =
            is_word_of(term, one) ? share_in_field(one, term, end) : 0;
        if (share > 0)
            printf("%s%s %.2f", term == one->first ? "" : say(", ", "，"),
                   say_name(kinds, term->feature), share);
    }
    putchar('\n');
}

static void
print_words(const fatiao_explanation *explanation, const text_style *style)
{
    word *words = memory_new(explanation->term_count + 1, sizeof(words[0]));
    const size_t count = gather(explanation, words);
    double rest = 0;
    if (count > 0)
        printf("  %s%s%s\n", style->dim,
               say("the words that count most; the rarer, the more:",
                   "分量最重的词语（越少见，分量越重）："),
               style->end);
    for (size_t i = 0; i < count; i++) {
        if (i < WORDS_SHOWN)
            print_word(explanation, &words[i]);
        else
            rest += words[i].share;
    }
    if (count > WORDS_SHOWN)
        printf("  %24.2f%6.0f%%  %s%zu%s\n", rest, percent(explanation, rest),
               say("", "其余 "), count - WORDS_SHOWN, say(" more", " 个"));
    free(words);
}

/* Words of the question that the article lacks. */
static void
print_lacking(const fatiao_explanation *explanation, const text_style *style)
{
    const char *between = "";
    for (size_t i = 0; i < explanation->term_count; i++) {
        const fatiao_term *term = &explanation->terms[i];
        if (term->share > 0)
            continue;
        if (between[0] == '\0')
            printf("  %s%s%s ", style->dim, say("it lacks:", "其中没有："),
                   style->end);
        fputs(between, stdout);
        escape_text(stdout, term->text);
        printf("%s", say(" (", "（"));
        print_about(term);
        printf("%s", say(")", "）"));
        between = say(", ", "、");
    }
    if (between[0] != '\0')
        putchar('\n');
}

static void
print_fillers(const fatiao_explanation *explanation, const text_style *style)
{
    if (explanation->filler_count == 0)
        return;
    printf("  %s%s%s ", style->dim,
           say("words that only ask, and count nothing:",
               "只表示提问、不计分的词语："),
           style->end);
    for (size_t i = 0; i < explanation->filler_count; i++) {
        fputs(i == 0 ? "" : say(", ", "、"), stdout);
        escape_text(stdout, explanation->fillers[i]);
    }
    putchar('\n');
}

void
output_explanations(fatiao_explanation *const *explanations, size_t count,
                    const text_style *style)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            putchar('\n');
        print_head(explanations[i], style);
        print_features(explanations[i], style);
        print_words(explanations[i], style);
        print_lacking(explanations[i], style);
        print_fillers(explanations[i], style);
    }
}
