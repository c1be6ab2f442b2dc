/* The arena. */
#include "unit.h"

#include <string.h>

#include "base/arena.h"

static void
test_arena__gives_zeroed_memory_of_any_size(void **state)
{
    (void)state;
    ft_arena arena = {0};
    for (size_t count = 1; count < 100000; count *= 3) {
        unsigned char *memory = ft_arena_alloc(&arena, count);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % sizeof(void *), 0);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xFF, count);
    }
    ft_arena_finish(&arena);
}

static void
test_arena__copies_text_with_a_nul(void **state)
{
    (void)state;
    ft_arena arena = {0};
    assert_string_equal(ft_arena_text(&arena, "第四十条", 9), "第四十");
    assert_string_equal(ft_arena_text(&arena, NULL, 0), "");
    ft_arena_finish(&arena);
}

static void
test_arena__refuses_what_cannot_be(void **state)
{
    (void)state;
    ft_arena arena = {0};
    assert_null(ft_arena_alloc(&arena, SIZE_MAX));
    ft_arena_finish(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena__gives_zeroed_memory_of_any_size),
        cmocka_unit_test(test_arena__copies_text_with_a_nul),
        cmocka_unit_test(test_arena__refuses_what_cannot_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
