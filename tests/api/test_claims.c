/* What a firm can claim, through the public header: for each rule a clause that
 * is a claim and one that is none. */
#include "library.h"

static const char city[] =
    "# 青岛市示范促进条例\n\n"
    "第一条 市财政部门应当对小型微型企业给予贴息。\n\n"
    "第二条 对高新技术企业，按照有关规定给予奖励。\n\n"
    "第三条 鼓励中小企业参加展销会。\n\n"
    "第四条 对退役军人创办小型微型企业的，给予补贴。\n\n"
    "第五条 对为中小企业提供担保的担保机构给予补助。\n\n"
    "第六条 市人民政府应当引导银行为中小企业提供贷款。\n\n"
    "第七条 用人单位招用残疾人的，应当给予补贴。\n\n"
    "第八条 市统计部门应当对中小企业进行监测。\n";
static const char country_old[] = "# 示范促进法\n\n2002年6月29日 通过\n\n"
                                  "第一条 对中小企业应当给予补助。\n";
static const char country_new[] = "# 示范促进法\n\n2002年6月29日 通过\n\n"
                                  "2017年9月1日 修订\n\n"
                                  "第一条 对中小企业应当给予资助。\n";
static const char elsewhere[] = "# 北京市示范促进条例\n\n"
                                "第一条 应当对中小企业给予补助。\n";
static const char trade[] = "# 旅游促进条例\n\n"
                            "第一条 应当对中小企业给予补助。\n";

static char *folder;
static fatiao_searcher *searcher;

static int
set_up(void **state)
{
    (void)state;
    folder = folder_make();
    char *index = folder_path(folder, "index");
    fatiao_writer *writer;
    fatiao_error error;
    if (fatiao_writer_open(index, &writer, &error))
        fail_msg("%s", error.message);
    library_put(writer, "city", city);
    library_put(writer, "law-2002", country_old);
    library_put(writer, "law-2017", country_new);
    library_put(writer, "beijing", elsewhere);
    library_put(writer, "trade", trade);
    library_commit(writer);
    fatiao_writer_close(writer);
    searcher = library_open(index);
    free(index);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    fatiao_searcher_close(searcher);
    folder_finish(folder);
    return 0;
}

/* A profile of "key value" pairs, parted by commas: "size 小型,place 青岛". */
static fatiao_profile *
profile_of(const char *facts)
{
    fatiao_profile *profile;
    fatiao_error error;
    char copy[256];
    assert_int_equal(fatiao_profile_new(&profile, NULL), FATIAO_OK);
    snprintf(copy, sizeof(copy), "%s", facts);
    for (char *fact = strtok(copy, ","); fact != NULL;
         fact = strtok(NULL, ",")) {
        fatiao_profile_key key;
        char *value = strchr(fact, ' ');
        *value++ = '\0';
        if (fatiao_profile_key_find(fact, &key, &error) ||
            fatiao_profile_put(profile, key, value, &error))
            fail_msg("%s", error.message);
    }
    return profile;
}

/* Finds what a firm can claim, of one statute unless `statute_id` is NULL. */
static fatiao_claims *
claims_of(const char *facts, const char *statute_id)
{
    fatiao_claims *claims;
    fatiao_error error;
    fatiao_claims_options options = FATIAO_CLAIMS_OPTIONS;
    options.statute_id = statute_id;
    fatiao_profile *profile = profile_of(facts);
    if (fatiao_searcher_claims(searcher, profile, &options, &claims, &error))
        fail_msg("%s", error.message);
    fatiao_profile_free(profile);
    return claims;
}

/* `expected`: of each claim certainty, id and, unless it is sure, ?; each with
 * a blank behind. */
static void
assert_claims(const char *facts, const char *statute_id, const char *expected)
{
    fatiao_claims *claims = claims_of(facts, statute_id);
    char found[1024] = "";
    for (size_t i = 0; i < fatiao_claims_count(claims); i++) {
        const fatiao_claim *claim = fatiao_claims_at(claims, i);
        strcat(found, claim->certainty);
        strcat(found, claim->id);
        strcat(found, claim->is_sure ? " " : "? ");
    }
    assert_string_equal(found, expected);
    assert_null(fatiao_claims_at(claims, fatiao_claims_count(claims)));
    fatiao_claims_free(claims);
}

static void
test_claims__are_for_firms_of_that_kind_hardest_first(void **state)
{
    (void)state;
    assert_claims("size 小型,place 青岛,person 无,资质 高新", "city",
                  "硬city#1.1 条件city#2.1 软city#3.1 软city#6.1 ");
    assert_claims("size 中型,place 青岛,person 无,资质 无", "city",
                  "软city#3.1 软city#6.1 ");
    assert_claims("size 大型,place 青岛,资质 非高新技术企业", "city", "");
}

static void
test_claims__ask_for_what_the_profile_does_not_say(void **state)
{
    (void)state;
    assert_claims("size 中型,place 青岛,person 无", "city",
                  "条件city#2.1? 软city#3.1 软city#6.1 ");
    fatiao_claims *claims =
        claims_of("size 中型,place 青岛,person 无,need 奖励", "city");
    assert_int_equal(fatiao_claims_count(claims), 1);
    const fatiao_claim *claim = fatiao_claims_at(claims, 0);
    assert_int_equal(claim->gap_count, 1);
    assert_int_equal(claim->gaps[0].key, FATIAO_PROFILE_QUALIFICATION);
    assert_string_equal(claim->gaps[0].value, "高新技术企业");
    assert_false(claim->gaps[0].is_alternative);
    fatiao_claims_free(claims);
}

static void
test_claims__of_founders_need_both_founder_and_firm(void **state)
{
    (void)state;
    assert_claims("size 小型,place 青岛,资质 无,person 退役军人,need 补助",
                  "city", "硬city#4.1 ");
    assert_claims("size 小型,place 青岛,资质 无,need 补助", "city",
                  "硬city#4.1? ");
    assert_claims("size 中型,place 青岛,资质 无,person 退役军人,need 补助",
                  "city", "");
}

static void
test_claims__hold_where_the_statute_does_in_its_newest_wording(void **state)
{
    (void)state;
    assert_claims("size 小型,place 青岛,industry 制造业,need 补助,person 无",
                  NULL, "硬law-2017#1.1 ");
    assert_claims("size 小型,place 北京,industry 旅游,need 补助", NULL,
                  "硬beijing#1.1 硬law-2017#1.1 硬trade#1.1 ");
    assert_claims("size 小型,place 青岛,need 补助,person 无", NULL,
                  "硬law-2017#1.1 硬trade#1.1? ");
    assert_claims("size 小型,industry 制造业,need 补助,person 无", NULL,
                  "硬law-2017#1.1 硬beijing#1.1? ");
}

static void
test_claims__have_the_words_that_make_them_match(void **state)
{
    (void)state;
    fatiao_claims *claims =
        claims_of("size 小型,place 青岛,need 融资,person 无", "city");
    const fatiao_claim *claim = fatiao_claims_at(claims, 0);
    assert_non_null(claim);
    assert_string_equal(claim->citation, "《青岛市示范促进条例》第一条");
    assert_int_equal(claim->measure_count, 1);
    assert_string_equal(claim->measures[0]->name, "贴息");
    assert_int_equal(claim->reason_count, 3);
    assert_int_equal(claim->reasons[0].key, FATIAO_PROFILE_SIZE);
    assert_string_equal(claim->reasons[0].value, "小型");
    assert_memory_equal(claim->reasons[0].text, "小型微型企业",
                        claim->reasons[0].byte_count);
    assert_int_equal(claim->reasons[1].key, FATIAO_PROFILE_NEED);
    assert_memory_equal(claim->reasons[1].text, "贴息",
                        claim->reasons[1].byte_count);
    assert_int_equal(claim->reasons[2].key, FATIAO_PROFILE_PLACE);
    assert_null(claim->reasons[2].node);
    assert_memory_equal(claim->reasons[2].text, "青岛市",
                        claim->reasons[2].byte_count);
    fatiao_claims_free(claims);
}

static void
assert_refused(const char *key_name, const char *value, const char *message)
{
    fatiao_profile *profile;
    fatiao_profile_key key = FATIAO_PROFILE_SIZE;
    fatiao_error error;
    assert_int_equal(fatiao_profile_new(&profile, NULL), FATIAO_OK);
    fatiao_status status = fatiao_profile_key_find(key_name, &key, &error);
    if (status == FATIAO_OK)
        status = fatiao_profile_put(profile, key, value, &error);
    assert_int_equal(status, FATIAO_ERR_NOT_FOUND);
    assert_string_equal(error.message, message);
    fatiao_profile_free(profile);
}

static void
test_claims__of_a_profile_that_is_misspelt_are_none(void **state)
{
    (void)state;
    assert_refused("规摸", "小型", "there is no key 规摸; did you mean: 规模");
    assert_refused("size", "庞然",
                   "there is no size 庞然; known are: 大型, 中型, 小型, 微型");
    assert_refused("qualification", "高新计术企业",
                   "there is no qualification 高新计术企业; did you mean: "
                   "高新技术企业, 创新型中小企业, 高成长中小企业");
    assert_refused("place", "昆山",
                   "there is no place 昆山; name its province or city first, "
                   "as in 山东省青岛市崂山区");
    assert_refused("need", "", "the need is empty");
}

static void
test_claims__take_the_age_of_a_firm_for_its_stage(void **state)
{
    (void)state;
    fatiao_profile *profile = profile_of("年限 3年,stage 8");
    fatiao_profile_free(profile);
    assert_refused("stage", "3月",
                   "there is no stage 3月; known are: 初创期, "
                   "成长期, 成熟期");
}

static void
test_claims__answer_bad_arguments(void **state)
{
    (void)state;
    fatiao_claims *claims;
    fatiao_profile *profile;
    fatiao_profile_key key;
    fatiao_claims_options options = FATIAO_CLAIMS_OPTIONS;
    assert_int_equal(
        fatiao_searcher_claims(searcher, NULL, NULL, &claims, NULL),
        FATIAO_ERR_ARGUMENT);
    assert_null(claims);
    assert_int_equal(fatiao_profile_new(NULL, NULL), FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_profile_new(&profile, NULL), FATIAO_OK);
    assert_int_equal(
        fatiao_profile_put(profile, (fatiao_profile_key)99, "小型", NULL),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(
        fatiao_profile_put(profile, FATIAO_PROFILE_SIZE, NULL, NULL),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_profile_key_find(NULL, &key, NULL),
                     FATIAO_ERR_ARGUMENT);
    options.statute_id = "nowhere";
    assert_int_equal(
        fatiao_searcher_claims(searcher, profile, &options, &claims, NULL),
        FATIAO_ERR_NOT_FOUND);
    options.size = 1;
    assert_int_equal(
        fatiao_searcher_claims(searcher, profile, &options, &claims, NULL),
        FATIAO_ERR_ARGUMENT);
    fatiao_profile_free(profile);
    fatiao_profile_free(NULL);
    fatiao_claims_free(NULL);
    assert_int_equal(fatiao_claims_count(NULL), 0);
    assert_string_equal(fatiao_profile_key_name((fatiao_profile_key)99), "");
    assert_string_equal(fatiao_profile_key_label(FATIAO_PROFILE_NEED), "需要");
    assert_string_equal(fatiao_profile_value_name(FATIAO_PROFILE_SIZE, 3),
                        "微型");
    assert_null(fatiao_profile_value_name(FATIAO_PROFILE_SIZE, 4));
    assert_null(fatiao_profile_value_name(FATIAO_PROFILE_PLACE, 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims__are_for_firms_of_that_kind_hardest_first),
        cmocka_unit_test(test_claims__ask_for_what_the_profile_does_not_say),
        cmocka_unit_test(test_claims__of_founders_need_both_founder_and_firm),
        cmocka_unit_test(
            test_claims__hold_where_the_statute_does_in_its_newest_wording),
        cmocka_unit_test(test_claims__have_the_words_that_make_them_match),
        cmocka_unit_test(test_claims__of_a_profile_that_is_misspelt_are_none),
        cmocka_unit_test(test_claims__take_the_age_of_a_firm_for_its_stage),
        cmocka_unit_test(test_claims__answer_bad_arguments),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
