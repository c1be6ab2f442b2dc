/* Making nodes out of lines. */
#include "statute/builder.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

void
ft_builder_finish(ft_builder *builder)
{
    ft_strbuf_finish(&builder->label);
    ft_strbuf_finish(&builder->text);
}

void
ft_builder_begin(ft_builder *builder, fatiao_node_kind kind,
                 const ft_line *line)
{
    builder->kind = kind;
    builder->number = 0;
    builder->suffix = 0;
    ft_strbuf_clear(&builder->label);
    ft_strbuf_clear(&builder->text);
    builder->byte_start = line->byte_start;
    builder->byte_end = line->byte_start;
    builder->line = line->line;
}

void
ft_builder_label(ft_builder *builder, const ft_line *line,
                 const ft_label *label)
{
    ft_label_print(line, label, &builder->label);
    builder->number = label->number;
    builder->suffix = label->suffix;
    builder->byte_end = line->byte_start + label->byte_count;
    if (!label->is_repaired)
        return;
    ft_strbuf printed = {0};
    for (size_t i = 0; i < label->byte_count; i++)
        if (line->text[i] != '\0')
            ft_strbuf_bytes(&printed, line->text + i, 1);
    ft_builder_note(builder, FATIAO_NOTE_REPAIR, line, 0,
                    "label written %s, read as %s", ft_strbuf_string(&printed),
                    ft_strbuf_string(&builder->label));
    ft_strbuf_finish(&printed);
}

void
ft_builder_append(ft_builder *builder, const ft_line *line, size_t byte_index,
                  const char *separator)
{
    const ft_line piece = ft_line_from(line, byte_index);
    if (piece.byte_count == 0)
        return;
    if (builder->text.byte_count > 0)
        ft_strbuf_text(&builder->text, separator);
    size_t start = 0;
    while (start < piece.byte_count) {
        const char *nul =
            memchr(piece.text + start, '\0', piece.byte_count - start);
        const size_t end =
            nul == NULL ? piece.byte_count : (size_t)(nul - piece.text);
        ft_strbuf_bytes(&builder->text, piece.text + start, end - start);
        start = end + 1;
    }
    builder->byte_end = piece.byte_start + piece.byte_count;
}

/* Whether no two characters of the text stand together: 附 则, 代 位 权. */
static bool
is_spaced_out(const char *text, size_t byte_count)
{
    bool was_blank = true;
    for (size_t at = 0; at < byte_count;) {
        const bool is_blank =
            ft_char_is_blank(ft_utf8_next(text, byte_count, &at));
        if (!is_blank && !was_blank)
            return false;
        was_blank = is_blank;
    }
    return true;
}

void
ft_builder_tidy(ft_builder *builder)
{
    const char *text = ft_strbuf_string(&builder->text);
    const size_t byte_count = builder->text.byte_count;
    const bool drops_all = is_spaced_out(text, byte_count);
    ft_strbuf tidy = {0};
    bool owes_blank = false;
    for (size_t at = 0; at < byte_count;) {
        const size_t start = at;
        if (ft_char_is_blank(ft_utf8_next(text, byte_count, &at))) {
            owes_blank = tidy.byte_count > 0;
            continue;
        }
        if (owes_blank && !drops_all)
            ft_strbuf_text(&tidy, " ");
        owes_blank = false;
        ft_strbuf_bytes(&tidy, text + start, at - start);
    }
    builder->failed = builder->failed || ft_strbuf_failed(&tidy);
    ft_strbuf_finish(&builder->text);
    builder->text = tidy;
}

fatiao_node *
ft_builder_add(ft_builder *builder, const fatiao_node *parent)
{
    if (ft_strbuf_failed(&builder->label) || ft_strbuf_failed(&builder->text))
        builder->failed = true;
    if (builder->failed || parent == NULL)
        return NULL;
    fatiao_node *node = ft_statute_add(
        builder->statute, parent, builder->kind,
        ft_strbuf_string(&builder->label), builder->label.byte_count,
        ft_strbuf_string(&builder->text), builder->text.byte_count);
    if (node == NULL) {
        builder->failed = true;
        return NULL;
    }
    node->number = builder->number;
    node->suffix = builder->suffix;
    node->byte_start = builder->byte_start;
    node->byte_count = builder->byte_end - builder->byte_start;
    node->line = builder->line;
    return node;
}

/* The column of a byte of the source, counted from the last note if that was in
 * the same line. */
static uint32_t
column_of(ft_builder *builder, const ft_line *line, size_t byte)
{
    size_t from = line->line_start;
    uint32_t column = 1;
    if (builder->note_line == line->line && builder->note_byte <= byte) {
        from = builder->note_byte;
        column = builder->note_column;
    }
    column += (uint32_t)ft_utf8_char_count(builder->source + from, byte - from);
    builder->note_line = line->line;
    builder->note_byte = byte;
    builder->note_column = column;
    return column;
}

void
ft_builder_note(ft_builder *builder, fatiao_note_kind kind, const ft_line *line,
                size_t byte_index, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    if (builder->failed || length < 0)
        return;
    if ((size_t)length >= sizeof(message)) {
        length = sizeof(message) - 1;
        while (length > 0 && ((unsigned char)message[length] & 0xC0) == 0x80)
            length--;
    }
    fatiao_note *note = ft_array_push(&builder->statute->notes);
    if (note == NULL) {
        builder->failed = true;
        return;
    }
    note->kind = kind;
    note->line = line->line;
    note->column = column_of(builder, line, line->byte_start + byte_index);
    note->message =
        ft_arena_text(&builder->statute->arena, message, (size_t)length);
    builder->failed = note->message == NULL;
}
