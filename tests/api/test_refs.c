/* What clauses refer to, what refers to them, and checking citations. */
#include "library.h"

/* A law in two wordings, of which the newer one is numbered anew; a regulation
 * of the time between; an interpretation of today; an amendment. */
#define LAW_2010                                                               \
    "# 中华人民共和国示范法\n\n2010年1月1日 通过\n\n"           \
    "第一条 总的要求。\n\n第二条 甲应当登记。\n\n违反前款规定的，处罚款。\n"
#define LAW_2020                                                                               \
    "# 中华人民共和国示范法\n\n2010年1月1日 通过\n\n2020年1月1日 修订\n\n" \
    "## 第一章 总则\n\n第一条 总的要求。\n\n第二条 新的一条。\n\n"        \
    "第三条 甲应当登记。\n\n有下列情形之一的，处罚款：\n\n"              \
    "（一）不登记的；\n\n（二）有前项情形，拒不改正的。\n\n"            \
    "有前款第一项情形，符合本章规定的，依照前两款处理。\n\n"          \
    "第四条 违反本法第三条第二款、第九条的，依照前条处罚。\n"
#define RULES_2015                                                                                               \
    "# 示范法实施条例\n\n2015年1月1日 公布\n\n"                                                      \
    "第一条 根据《中华人民共和国示范法》（以下简称《示范法》），制定本条例。" \
    "\n\n第二条 依照《示范法》第二条第一款登记。\n\n"                                         \
    "第三条 依照《乙法》第三条处理。本条例施行，2000年公布的"                           \
    "《示范法实施条例》同时废止。\n"
#define READING_2021                                                                   \
    "# 最高人民法院关于适用示范法的解释\n\n2021年1月1日 通过\n\n" \
    "第一条 人民法院依照示范法第三条第二款第一项处理。\n\n"    \
    "第二条 第三条所称登记，是指设立登记。\n"
#define AMENDMENT                                                                               \
    "# 关于修改《中华人民共和国示范法》的决定\n\n2019年1月1日 通过\n\n" \
    "一、将第二条修改为：“乙应当登记。违反前款规定的，处罚款。”\n"

static int
set_up(void **state)
{
    *state = folder_make();
    fatiao_writer *writer;
    fatiao_error error;
    if (fatiao_writer_open(*state, &writer, &error))
        fail_msg("%s", error.message);
    library_put(writer, "law-2010", LAW_2010);
    library_put(writer, "law-2020", LAW_2020);
    library_put(writer, "rules", RULES_2015);
    library_put(writer, "reading", READING_2021);
    library_put(writer, "amendment", AMENDMENT);
    library_commit(writer);
    fatiao_writer_close(writer);
    return 0;
}

static int
tear_down(void **state)
{
    folder_finish(*state);
    return 0;
}

static fatiao_links *
get_links(fatiao_searcher *searcher, const char *id, bool is_back)
{
    fatiao_links *links;
    fatiao_error error;
    const fatiao_status status =
        is_back ? fatiao_searcher_backlinks(searcher, id, &links, &error)
                : fatiao_searcher_links(searcher, id, &links, &error);
    if (status != FATIAO_OK)
        fail_msg("%s: %s", id, error.message);
    return links;
}

/* Writes "words=state:target,target" for each link, parted by '+'. */
static void
assert_links(const char *folder, const char *id, const char *expected)
{
    fatiao_searcher *searcher = library_open(folder);
    fatiao_links *links = get_links(searcher, id, false);
    char out[1024] = "";
    size_t length = 0;
    for (size_t i = 0; i < fatiao_links_count(links); i++) {
        const fatiao_link *link = fatiao_links_at(links, i);
        length +=
            (size_t)snprintf(out + length, sizeof(out) - length, "%s%s=%d",
                             i > 0 ? " + " : "", link->words, (int)link->state);
        for (size_t k = 0; k < link->target_count; k++)
            length += (size_t)snprintf(
                out + length, sizeof(out) - length, "%c%s%s%s",
                k == 0 ? ':' : ',', link->targets[k].id,
                link->targets[k].last_id[0] != '\0' ? ".." : "",
                link->targets[k].last_id);
    }
    assert_string_equal(out, expected);
    fatiao_links_free(links);
    fatiao_searcher_close(searcher);
}

static void
test_refs__follow_words_that_look_back(void **state)
{
    assert_links(*state, "law-2010#2", "前款=1:law-2010#2.1");
    assert_links(*state, "law-2020#3.2.2", "前项=1:law-2020#3.2.1");
    assert_links(*state, "law-2020#3.3",
                 "前款第一项=1:law-2020#3.2.1 + "
                 "本章=1:law-2020#1..law-2020#4 + "
                 "前两款=1:law-2020#3.1..law-2020#3.2");
}

static void
test_refs__follow_its_own_law(void **state)
{
    /* 第九条 is not there. */
    assert_links(*state, "law-2020#4",
                 "本法第三条第二款、第九条=3:law-2020#3.2 + "
                 "前条=1:law-2020#3");
}

static void
test_refs__follow_another_law_in_the_wording_of_the_time(void **state)
{
    assert_links(*state, "rules#2", "《示范法》第二条第一款=1:law-2010#2.1");
    assert_links(*state, "reading#1",
                 "示范法第三条第二款第一项=1:law-2020#3.2.1");
    /* As a whole it is the law of today. */
    assert_links(*state, "rules#1",
                 "《中华人民共和国示范法》=1:law-2020 + 本条例=1:rules");
}

static void
test_refs__tell_why_nothing_is_found(void **state)
{
    /* No such law; and what is repealed is not the statute itself. */
    assert_links(*state, "rules#3",
                 "《乙法》第三条=2 + 本条例=1:rules + 《示范法实施条例》=2");
    /* An interpretation does not say whose article it is. */
    assert_links(*state, "reading#2", "第三条=6");
    /* The numbers, and 前款, are those of the law amended. */
    assert_links(*state, "amendment#1", "第二条=5:law-2010#2 + 前款=6");
}

static void
assert_backlinks(const char *folder, const char *id, const char *expected)
{
    fatiao_searcher *searcher = library_open(folder);
    fatiao_links *links = get_links(searcher, id, true);
    char out[1024] = "";
    size_t length = 0;
    for (size_t i = 0; i < fatiao_links_count(links); i++)
        length +=
            (size_t)snprintf(out + length, sizeof(out) - length, "%s%s",
                             i > 0 ? " " : "", fatiao_links_at(links, i)->id);
    assert_string_equal(out, expected);
    fatiao_links_free(links);
    fatiao_searcher_close(searcher);
}

static void
test_refs__lead_back(void **state)
{
    /* Its own clauses, then those of other statutes. */
    assert_backlinks(*state, "law-2020#3.2.1",
                     "law-2020#3.2.2 law-2020#3.3 law-2020#3.3 law-2020#4.1 "
                     "law-2020#4.1 reading#1.1");
    assert_backlinks(*state, "law-2010#2.1", "law-2010#2.2 rules#2.1");
    assert_backlinks(*state, "law-2020", "rules#1.1 reading#1.1");
    assert_backlinks(*state, "reading#2", "");
}

static void
test_refs__are_of_known_ids_only(void **state)
{
    fatiao_searcher *searcher = library_open(*state);
    fatiao_links *links;
    assert_int_equal(fatiao_searcher_links(searcher, "none", &links, NULL),
                     FATIAO_ERR_NOT_FOUND);
    assert_int_equal(
        fatiao_searcher_backlinks(searcher, "rules#9", &links, NULL),
        FATIAO_ERR_NOT_FOUND);
    assert_null(links);
    assert_int_equal(fatiao_searcher_links(searcher, NULL, &links, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_links_count(NULL), 0);
    fatiao_links_free(NULL);
    fatiao_searcher_close(searcher);
}

/* -------------------------------------------------------------------- checks
 */

/* Writes "words=state,quote" for each citation, parted by " + ". */
static void
assert_checks(const char *folder, const char *text, const char *law,
              const char *expected)
{
    fatiao_searcher *searcher = library_open(folder);
    fatiao_checks *checks;
    fatiao_error error;
    if (fatiao_searcher_check(searcher, text, strlen(text), law, &checks,
                              &error))
        fail_msg("%s", error.message);
    char out[1024] = "";
    size_t length = 0;
    for (size_t i = 0; i < fatiao_checks_count(checks); i++) {
        const fatiao_check *check = fatiao_checks_at(checks, i);
        length +=
            (size_t)snprintf(out + length, sizeof(out) - length, "%s%s=%d,%d",
                             i > 0 ? " + " : "", check->link.words,
                             (int)check->link.state, (int)check->quote);
        assert_memory_equal(text + check->link.byte_start, check->link.words,
                            check->link.byte_count);
    }
    assert_string_equal(out, expected);
    fatiao_checks_free(checks);
    fatiao_searcher_close(searcher);
}

static void
test_refs__check_whether_citations_hold(void **state)
{
    assert_checks(*state, "依照示范法第二条，又见该法第九条。", NULL,
                  "示范法第二条=1,0 + 该法第九条=3,0");
    assert_checks(*state, "《示范法》第三条规定：“甲应当登记”。", NULL,
                  "《示范法》第三条=1,1");
    assert_checks(*state, "《示范法》第三条规定：“甲应当备案”。", NULL,
                  "《示范法》第三条=1,2");
    assert_checks(*state, "“另外的话”（《示范法》第三条）", NULL,
                  "《示范法》第三条=1,3");
    assert_checks(*state, "《乙法》", NULL, "《乙法》=2,0");
}

static void
test_refs__check_places_of_the_law_that_is_spoken_of(void **state)
{
    assert_checks(*state, "第三条", NULL, "第三条=6,0");
    assert_checks(*state, "第三条", "law-2020", "第三条=1,0");
    assert_checks(*state, "示范法\n第三条", NULL, "第三条=6,0");
    assert_checks(*state, "见《示范法》。\n依照第三条", NULL,
                  "《示范法》=1,0 + 第三条=1,0");
    /* What a contract says is no law. */
    assert_checks(*state, "合同第三条、前款、本法", "law-2020", "");
}

static void
test_refs__check_tells_text_and_place(void **state)
{
    static const char text[] = "甲\n\n依照示范法第三条第一款规定：“甲应登记”";
    fatiao_searcher *searcher = library_open(*state);
    fatiao_checks *checks;
    assert_int_equal(fatiao_searcher_check(searcher, text, strlen(text), NULL,
                                           &checks, NULL),
                     FATIAO_OK);
    assert_int_equal(fatiao_checks_count(checks), 1);
    const fatiao_check *check = fatiao_checks_at(checks, 0);
    assert_int_equal(check->line, 3);
    assert_int_equal(check->column, 3);
    assert_int_equal(check->link.char_start, 5);
    assert_string_equal(check->text, "甲应当登记。");
    assert_string_equal(check->quoted, "甲应登记");
    assert_string_equal(check->difference, "甲应{+当+}登记");
    assert_false(fatiao_check_holds(check));
    assert_false(fatiao_check_holds(NULL));
    fatiao_checks_free(checks);
    fatiao_checks_free(NULL);
    fatiao_searcher_close(searcher);
}

static void
test_refs__check_refuses_what_is_no_text(void **state)
{
    fatiao_searcher *searcher = library_open(*state);
    fatiao_checks *checks;
    assert_int_equal(
        fatiao_searcher_check(searcher, "\xFF", 1, NULL, &checks, NULL),
        FATIAO_ERR_ENCODING);
    assert_int_equal(
        fatiao_searcher_check(searcher, "第\0条", 7, NULL, &checks, NULL),
        FATIAO_ERR_ENCODING);
    assert_int_equal(
        fatiao_searcher_check(searcher, "", 0, "none", &checks, NULL),
        FATIAO_ERR_NOT_FOUND);
    assert_int_equal(
        fatiao_searcher_check(searcher, NULL, 0, NULL, &checks, NULL),
        FATIAO_OK);
    assert_int_equal(fatiao_checks_count(checks), 0);
    fatiao_checks_free(checks);
    fatiao_searcher_close(searcher);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refs__follow_words_that_look_back),
        cmocka_unit_test(test_refs__follow_its_own_law),
        cmocka_unit_test(
            test_refs__follow_another_law_in_the_wording_of_the_time),
        cmocka_unit_test(test_refs__tell_why_nothing_is_found),
        cmocka_unit_test(test_refs__lead_back),
        cmocka_unit_test(test_refs__are_of_known_ids_only),
        cmocka_unit_test(test_refs__check_whether_citations_hold),
        cmocka_unit_test(test_refs__check_places_of_the_law_that_is_spoken_of),
        cmocka_unit_test(test_refs__check_tells_text_and_place),
        cmocka_unit_test(test_refs__check_refuses_what_is_no_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
