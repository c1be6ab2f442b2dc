/* Readings of characters, and what letters may be. */
#include "unit.h"

#include <string.h>

#include "text/pinyin.h"

/* Whether the character has exactly these readings, parted by blanks. */
static void
assert_readings(uint32_t code, const char *expected)
{
    char got[64] = "";
    const uint16_t *readings;
    const size_t count = ft_pinyin_readings(code, &readings);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strcat(got, " ");
        strcat(got, ft_syllable_name(readings[i]));
    }
    assert_string_equal(got, expected);
}

static void
test_pinyin__knows_all_readings_of_polyphones(void **state)
{
    (void)state;
    assert_readings(0x884C, "xing hang heng"); /* 行: 银行 */
    assert_readings(0x957F, "chang zhang");    /* 长: 长期 */
    assert_readings(0x4F1A, "hui kuai");       /* 会: 会计 */
    assert_readings(0x8C03, "diao tiao");      /* 调: 调整 */
    assert_readings(0x91CD, "zhong chong");    /* 重: 重复 */
    assert_readings(0x8FD8, "hai huan");       /* 还: 还本 */
    assert_readings(0x7387, "lv shuai");       /* 率 */
    assert_readings(0x66FE, "ceng zeng");      /* 曾 */
}

static void
test_pinyin__knows_characters_of_one_reading(void **state)
{
    (void)state;
    assert_readings(0x5904, "chu");  /* 处: 处分 */
    assert_readings(0x4F9B, "gong"); /* 供: 供给 */
    assert_readings(0x8D37, "dai");  /* 贷 */
    assert_readings(0x5973, "nv ru");
    assert_readings(0x7565, "lve"); /* 略 */
}

static void
test_pinyin__has_none_for_other_signs(void **state)
{
    (void)state;
    assert_readings('a', "");
    assert_readings(0xFF0C, "");  /* ， */
    assert_readings(0x3042, "");  /* あ */
    assert_readings(0x20000, ""); /* a rare character */
    assert_readings(0xFFFFFFFF, "");
}

static uint16_t
syllable(const char *name)
{
    uint16_t first;
    uint16_t end;
    assert_true(ft_syllable_range(name, strlen(name), &first, &end));
    assert_string_equal(ft_syllable_name(first), name);
    return first;
}

static void
assert_near(const char *left, const char *right, bool expected)
{
    assert_int_equal(ft_syllable_sound(syllable(left)) ==
                         ft_syllable_sound(syllable(right)),
                     expected);
}

static void
test_pinyin__takes_syllables_for_near_that_speakers_mix_up(void **state)
{
    (void)state;
    assert_near("zi", "zhi", true);
    assert_near("can", "chan", true);
    assert_near("si", "shi", true);
    assert_near("nan", "lan", true);
    assert_near("fu", "hu", true);
    assert_near("jin", "jing", true);
    assert_near("fen", "feng", true);
    assert_near("dan", "dang", true);
    assert_near("san", "shang", true);
    assert_near("lv", "lu", true);
}

static void
test_pinyin__keeps_other_syllables_apart(void **state)
{
    (void)state;
    assert_near("zi", "ci", false);
    assert_near("ji", "zhi", false);
    assert_near("dai", "dei", false);
    assert_near("ping", "bing", false);
    assert_near("he", "e", false);
}

static void
assert_range(const char *letters, bool is_whole, bool is_any)
{
    uint16_t first;
    uint16_t end;
    assert_int_equal(ft_syllable_range(letters, strlen(letters), &first, &end),
                     is_whole);
    assert_int_equal(first < end, is_any);
    for (uint16_t i = first; i < end; i++)
        assert_int_equal(strncmp(ft_syllable_name(i), letters, strlen(letters)),
                         0);
}

static void
test_pinyin__tells_whole_syllables_from_beginnings(void **state)
{
    (void)state;
    assert_range("kuan", true, true);
    assert_range("d", false, true);
    assert_range("zh", false, true);
    assert_range("zho", false, true);
    assert_range("xian", true, true);
    assert_range("v", false, false);
    assert_range("i", false, false);
    assert_range("kuanx", false, false);
    assert_range("", false, false);
    assert_range("zhuangx", false, false);
}

static void
test_pinyin__reads_nue_and_lue(void **state)
{
    (void)state;
    uint16_t first;
    uint16_t end;
    assert_true(ft_syllable_range("lue", 3, &first, &end));
    assert_string_equal(ft_syllable_name(first), "lve");
    assert_true(ft_syllable_range("nue", 3, &first, &end));
    assert_string_equal(ft_syllable_name(first), "nve");
}

static void
test_pinyin__orders_its_syllables(void **state)
{
    (void)state;
    assert_true(ft_syllable_count() > 390 && ft_syllable_count() < 430);
    for (uint16_t i = 1; i < ft_syllable_count(); i++)
        assert_true(strcmp(ft_syllable_name((uint16_t)(i - 1)),
                           ft_syllable_name(i)) < 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pinyin__knows_all_readings_of_polyphones),
        cmocka_unit_test(test_pinyin__knows_characters_of_one_reading),
        cmocka_unit_test(test_pinyin__has_none_for_other_signs),
        cmocka_unit_test(
            test_pinyin__takes_syllables_for_near_that_speakers_mix_up),
        cmocka_unit_test(test_pinyin__keeps_other_syllables_apart),
        cmocka_unit_test(test_pinyin__tells_whole_syllables_from_beginnings),
        cmocka_unit_test(test_pinyin__reads_nue_and_lue),
        cmocka_unit_test(test_pinyin__orders_its_syllables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
