/* Exact decimals. */
#include "text/decimal.h"

/* Takes off the zeros that the point makes needless. */
static void
settle(ft_decimal *value)
{
    while (value->places > 0 && value->digits % 10 == 0) {
        value->digits /= 10;
        value->places--;
    }
}

/* Gives a value as many places as another has, as far as it has room. */
static void
widen(ft_decimal *value, uint32_t places)
{
    while (value->places < places && value->digits <= FT_DECIMAL_MAX / 10) {
        value->digits *= 10;
        value->places++;
    }
}

bool
ft_decimal_add(ft_decimal *value, ft_decimal more)
{
    ft_decimal sum = *value;
    widen(&sum, more.places);
    widen(&more, sum.places);
    if (sum.places != more.places || sum.digits + more.digits > FT_DECIMAL_MAX)
        return false;
    sum.digits += more.digits;
    settle(&sum);
    *value = sum;
    return true;
}

bool
ft_decimal_multiply(ft_decimal *value, uint64_t times)
{
    ft_decimal product = *value;
    for (; product.places > 0 && times > 0 && times % 10 == 0; times /= 10)
        product.places--;
    if (times > 0 && product.digits > FT_DECIMAL_MAX / times)
        return false;
    product.digits *= times;
    settle(&product);
    *value = product;
    return true;
}

bool
ft_decimal_append(ft_decimal *value, uint32_t digit)
{
    if (value->digits >= FT_DECIMAL_MAX / 10)
        return false;
    value->digits = value->digits * 10 + digit;
    return true;
}

void
ft_decimal_shift(ft_decimal *value, uint32_t places)
{
    value->places += places;
    settle(value);
}

void
ft_decimal_write(ft_strbuf *out, ft_decimal value)
{
    uint64_t one = 1;
    for (uint32_t i = 0; i < value.places && i < 19; i++) /* of 2^64 */
        one *= 10;
    ft_strbuf_format(out, "%llu", (unsigned long long)(value.digits / one));
    if (value.places > 0)
        ft_strbuf_format(out, ".%0*llu", (int)value.places,
                         (unsigned long long)(value.digits % one));
}
