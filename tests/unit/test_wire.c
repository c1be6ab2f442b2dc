/* Numbers and strings as bytes. */
#include "unit.h"

#include <string.h>

#include "index/wire.h"

static ft_wire
wire_of(const char *bytes, size_t byte_count)
{
    return (ft_wire){bytes, byte_count, 0, false};
}

static void
test_wire__writes_seven_bits_a_byte_lowest_first(void **state)
{
    (void)state;
    ft_strbuf out = {0};
    ft_wire_put_number(&out, 0);
    ft_wire_put_number(&out, 127);
    ft_wire_put_number(&out, 128);
    ft_wire_put_number(&out, 300);
    assert_int_equal(out.byte_count, 6);
    assert_memory_equal(out.bytes, "\x00\x7F\x80\x01\xAC\x02", 6);
    ft_strbuf_finish(&out);
}

static void
test_wire__reads_what_it_wrote(void **state)
{
    (void)state;
    const uint64_t numbers[] = {0,          1,          127,        128,
                                16383,      16384,      UINT32_MAX, 1ull << 32,
                                1ull << 62, 1ull << 63, UINT64_MAX};
    const size_t count = sizeof(numbers) / sizeof(numbers[0]);
    ft_strbuf out = {0};
    for (size_t i = 0; i < count; i++)
        ft_wire_put_number(&out, numbers[i]);
    ft_wire_put_string(&out, "第四十条", strlen("第四十条"));
    ft_wire wire = wire_of(out.bytes, out.byte_count);
    for (size_t i = 0; i < count; i++)
        assert_true(ft_wire_number(&wire, UINT64_MAX) == numbers[i]);
    size_t byte_count;
    const char *text = ft_wire_string(&wire, &byte_count);
    assert_int_equal(byte_count, 12);
    assert_memory_equal(text, "第四十条", 12);
    assert_false(wire.failed);
    assert_int_equal(wire.at, wire.byte_count);
    ft_strbuf_finish(&out);
}

static void
test_wire__refuses_a_number_that_is_cut_off_or_too_great(void **state)
{
    (void)state;
    ft_wire cut = wire_of("\x80\x80", 2);
    assert_true(ft_wire_number(&cut, UINT64_MAX) == 0);
    assert_true(cut.failed);
    /* Ten bytes hold 70 bits, of which the last six must be 0. */
    ft_wire great = wire_of("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02", 10);
    ft_wire_number(&great, UINT64_MAX);
    assert_true(great.failed);
    ft_wire endless =
        wire_of("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00", 11);
    ft_wire_number(&endless, UINT64_MAX);
    assert_true(endless.failed);
    ft_wire above = wire_of("\x05", 1);
    ft_wire_number(&above, 4);
    assert_true(above.failed);
}

static void
test_wire__refuses_a_string_past_the_end_or_with_nul(void **state)
{
    (void)state;
    size_t byte_count;
    ft_wire past = wire_of("\x05"
                           "abcd",
                           5);
    assert_string_equal(ft_wire_string(&past, &byte_count), "");
    assert_int_equal(byte_count, 0);
    assert_true(past.failed);
    ft_wire nul = wire_of("\x03"
                          "a\0b",
                          4);
    ft_wire_string(&nul, &byte_count);
    assert_true(nul.failed);
    ft_wire huge = wire_of("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"
                           "ab",
                           12);
    ft_wire_string(&huge, &byte_count);
    assert_true(huge.failed);
}

static void
test_wire__stays_failed(void **state)
{
    (void)state;
    ft_wire wire = wire_of("\x05\x01", 2);
    ft_wire_number(&wire, 4);
    assert_true(wire.failed);
    assert_true(ft_wire_number(&wire, 4) == 0);
    assert_null(ft_wire_bytes(&wire, 0));
    ft_arena arena = {0};
    assert_string_equal(ft_wire_text(&wire, &arena), "");
    ft_arena_finish(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wire__writes_seven_bits_a_byte_lowest_first),
        cmocka_unit_test(test_wire__reads_what_it_wrote),
        cmocka_unit_test(
            test_wire__refuses_a_number_that_is_cut_off_or_too_great),
        cmocka_unit_test(test_wire__refuses_a_string_past_the_end_or_with_nul),
        cmocka_unit_test(test_wire__stays_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
