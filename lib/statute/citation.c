/* Reading and writing citations. */
#include "statute/citation.h"

#include <string.h>

#include "base/error.h"
#include "statute/locator.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* ----------------------------------------------------------------- reading */

/* A number alone, 1259 or 120-3: an article, but only in digits, for a title
 * may well end in 二. */
static bool
read_bare_article(ft_cursor *c, ft_place *place)
{
    uint32_t number;
    uint32_t suffix = 0;
    if (c->at == c->byte_count || c->text[c->at] < '1' || c->text[c->at] > '9')
        return false;
    if (!ft_cursor_number(c, &number))
        return false;
    if (ft_cursor_skip(c, "-") && !ft_cursor_number(c, &suffix))
        return false;
    ft_place_add(place, FATIAO_NODE_ARTICLE, number, suffix, 1);
    return true;
}

/* Whether all that follows is a place. */
static bool
read_place(ft_cursor c, ft_place *place)
{
    place->count = 0;
    if (ft_cursor_skip(&c, "序言") || ft_cursor_skip(&c, "前言")) {
        ft_place_add(place, FATIAO_NODE_PREAMBLE, 0, 0, 1);
        ft_locator_below(&c, place);
    } else if (ft_locator_annex(&c, place)) {
        if (ft_locator_article(&c, place) || c.at < c.byte_count)
            ft_locator_below(&c, place);
    } else if (ft_locator_article(&c, place)) {
        ft_locator_below(&c, place);
    } else if (!read_bare_article(&c, place)) {
        ft_locator_below(&c, place);
        if (place->count > 0) /* 第二段 of a text without articles */
            memmove(place->steps + 1, place->steps,
                    place->count * sizeof(place->steps[0]));
        place->steps[0] = (ft_step){FATIAO_NODE_ARTICLE, 0, 0, 1};
        place->count += place->count > 0;
    }
    return place->count > 0 && c.at == c.byte_count;
}

/* 本法, 本条例: the law that is meant anyway. */
static bool
names_itself(const char *title)
{
    static const char *const names[] = {"本法",   "本条例", "本办法", "本规定",
                                        "本细则", "本解释", "本规则", NULL};
    for (const char *const *name = names; *name != NULL; name++)
        if (strcmp(title, *name) == 0)
            return true;
    return false;
}

/* Keeps what names the law: without the brackets that may stand around it. */
static void
set_title(ft_citation *out, const char *text, size_t byte_count)
{
    static const char open[] = "《";
    static const char close[] = "》";
    const size_t width = sizeof(open) - 1;
    if (byte_count >= 2 * width && memcmp(text, open, width) == 0 &&
        memcmp(text + byte_count - width, close, width) == 0) {
        text += width;
        byte_count -= 2 * width;
        out->is_title_exact = true;
    }
    ft_strbuf_bytes(&out->title, text, byte_count);
    if (names_itself(ft_strbuf_string(&out->title)))
        ft_strbuf_clear(&out->title);
}

static fatiao_status
fold_to_text(const char *text, ft_strbuf *out, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(text, strlen(text), &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        ft_strbuf_char(out, all[i].code);
    ft_array_finish(&chars);
    return status;
}

fatiao_status
ft_citation_read(const char *text, ft_citation *out, fatiao_error *error)
{
    *out = (ft_citation){0};
    if (strlen(text) > FATIAO_QUERY_BYTES_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT,
                            "the citation is longer than %zu bytes",
                            FATIAO_QUERY_BYTES_MAX);
    if (!ft_utf8_is_valid(text, strlen(text), NULL))
        return ft_error_set(error, FATIAO_ERR_ENCODING,
                            "the citation is not UTF-8");
    ft_strbuf folded = {0};
    fatiao_status status = fold_to_text(text, &folded, error);
    if (status != FATIAO_OK)
        goto done;
    size_t title_end = folded.byte_count;
    ft_cursor c = {ft_strbuf_string(&folded), folded.byte_count, 0};
    while (c.at < c.byte_count) {
        if (read_place(c, &out->place)) {
            title_end = c.at;
            break;
        }
        ft_utf8_next(c.text, c.byte_count, &c.at);
    }
    if (title_end == folded.byte_count)
        out->place.count = 0;
    set_title(out, c.text, title_end);
    if (ft_strbuf_failed(&folded) || ft_strbuf_failed(&out->title))
        status = ft_error_memory(error);
    else if (out->title.byte_count == 0 && out->place.count == 0)
        status = ft_error_set(error, FATIAO_ERR_SYNTAX,
                              "no law and no article is named");
done:
    ft_strbuf_finish(&folded);
    if (status != FATIAO_OK)
        ft_citation_finish(out);
    return status;
}

void
ft_citation_finish(ft_citation *citation)
{
    ft_strbuf_finish(&citation->title);
    *citation = (ft_citation){0};
}

/* ----------------------------------------------------------------- writing */

/* 《…》 inside a title become 〈…〉. */
static void
write_title(ft_strbuf *out, const char *title)
{
    ft_strbuf_text(out, "《");
    for (const char *c = title; *c != '\0';) {
        if (strncmp(c, "《", 3) == 0 || strncmp(c, "》", 3) == 0) {
            ft_strbuf_text(out, strncmp(c, "《", 3) == 0 ? "〈" : "〉");
            c += 3;
        } else {
            ft_strbuf_bytes(out, c++, 1);
        }
    }
    ft_strbuf_text(out, "》");
}

static void
write_numbered(ft_strbuf *out, const ft_step *step, const char *unit)
{
    ft_strbuf_text(out, "第");
    ft_numeral_write(out, step->number);
    ft_strbuf_text(out, unit);
    if (step->suffix > 0) {
        ft_strbuf_text(out, "之");
        ft_numeral_write(out, step->suffix);
    }
}

static bool
has_one_paragraph(const fatiao_node *article)
{
    size_t count = 0;
    if (article == NULL)
        return false;
    for (const fatiao_node *node = article->child; node != NULL && count < 2;
         node = node->next)
        count += node->kind == FATIAO_NODE_PARAGRAPH;
    return count == 1;
}

static void
write_step(ft_strbuf *out, const ft_step *step, bool is_in_numbered_article,
           const fatiao_node *article)
{
    switch (step->kind) {
    case FATIAO_NODE_ANNEX:
        ft_strbuf_text(out, "附件");
        if (step->number > 0)
            ft_numeral_write(out, step->number);
        break;
    case FATIAO_NODE_PREAMBLE:
        ft_strbuf_text(out, "序言");
        break;
    case FATIAO_NODE_PART:
        write_numbered(out, step, "编");
        break;
    case FATIAO_NODE_SUBPART:
        write_numbered(out, step, "分编");
        break;
    case FATIAO_NODE_CHAPTER:
        write_numbered(out, step, "章");
        break;
    case FATIAO_NODE_SECTION:
        write_numbered(out, step, "节");
        break;
    case FATIAO_NODE_ARTICLE:
        if (step->number > 0)
            write_numbered(out, step, "条");
        break;
    case FATIAO_NODE_PARAGRAPH:
        if (!has_one_paragraph(article))
            write_numbered(out, step, is_in_numbered_article ? "款" : "段");
        break;
    case FATIAO_NODE_ITEM:
        write_numbered(out, step, "项");
        break;
    case FATIAO_NODE_SUBITEM:
        write_numbered(out, step, "目");
        break;
    default:
        break;
    }
}

void
ft_citation_write_place(ft_strbuf *out, const ft_place *place,
                        const fatiao_node *article)
{
    bool is_in_numbered_article = false;
    for (size_t i = 0; i < place->count; i++) {
        const ft_step *step = &place->steps[i];
        if (step->kind == FATIAO_NODE_ARTICLE)
            is_in_numbered_article = step->number > 0;
        write_step(out, step, is_in_numbered_article, article);
    }
}

void
ft_citation_write(ft_strbuf *out, const char *title, const ft_place *place,
                  const fatiao_node *article)
{
    write_title(out, title);
    ft_citation_write_place(out, place, article);
}

fatiao_status
fatiao_statute_cite(const fatiao_statute *statute, const fatiao_node *node,
                    char **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (statute == NULL || node == NULL)
        return ft_error_argument(error, "statute or node is NULL");
    ft_place place;
    ft_place_of(node, &place);
    ft_strbuf text = {0};
    ft_citation_write(&text, statute->title, &place, ft_node_article(node));
    *out = ft_strbuf_take(&text);
    return *out == NULL ? ft_error_memory(error) : FATIAO_OK;
}
