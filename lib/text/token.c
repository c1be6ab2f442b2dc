/* What text is cut into. */
#include "text/token.h"

#include "text/fold.h"
#include "text/quantity.h"

bool
ft_token_add(ft_array *tokens, ft_token_kind kind, uint32_t start, uint32_t end)
{
    ft_token *token = ft_array_push(tokens);
    if (token == NULL)
        return false;
    *token = (ft_token){kind, start, end - start};
    return true;
}

void
ft_token_term(const ft_token *token, const ft_array *chars, ft_strbuf *out)
{
    const ft_char *all = chars->items;
    ft_quantity quantity;
    if (token->kind != FT_TOKEN_NUMBER)
        for (uint32_t i = 0; i < token->char_count; i++)
            ft_strbuf_char(out, all[token->char_start + i].code);
    else if (ft_quantity_read(all, chars->count, token->char_start, &quantity))
        ft_quantity_write(out, &quantity);
}
