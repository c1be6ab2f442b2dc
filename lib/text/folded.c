/* Folded texts. */
#include "text/folded.h"

#include "base/error.h"

ft_folded
ft_folded_new(void)
{
    return (ft_folded){.chars.item_size = sizeof(ft_char),
                       .starts.item_size = sizeof(uint32_t)};
}

void
ft_folded_finish(ft_folded *folded)
{
    ft_array_finish(&folded->chars);
    ft_strbuf_finish(&folded->text);
    ft_array_finish(&folded->starts);
}

fatiao_status
ft_folded_set(ft_folded *folded, const char *text, size_t byte_count,
              fatiao_error *error)
{
    ft_array_clear(&folded->chars);
    ft_strbuf_clear(&folded->text);
    const fatiao_status status =
        ft_fold(text, byte_count, &folded->chars, error);
    if (status != FATIAO_OK)
        return status;
    const size_t count = folded->chars.count;
    if (!ft_array_resize(&folded->starts, count + 1))
        return ft_error_memory(error);
    const ft_char *chars = folded->chars.items;
    uint32_t *starts = folded->starts.items;
    for (size_t i = 0; i < count; i++) {
        starts[i] = (uint32_t)folded->text.byte_count;
        ft_strbuf_char(&folded->text, chars[i].code);
    }
    starts[count] = (uint32_t)folded->text.byte_count;
    return ft_strbuf_failed(&folded->text) ? ft_error_memory(error) : FATIAO_OK;
}

uint32_t
ft_folded_code(const ft_folded *folded, size_t at)
{
    const ft_char *chars = folded->chars.items;
    return at < folded->chars.count ? chars[at].code : 0;
}

size_t
ft_folded_byte(const ft_folded *folded, size_t at)
{
    const uint32_t *starts = folded->starts.items;
    return starts[at];
}

size_t
ft_folded_char(const ft_folded *folded, size_t byte)
{
    const uint32_t *starts = folded->starts.items;
    size_t low = 0;
    size_t high = folded->chars.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (starts[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
