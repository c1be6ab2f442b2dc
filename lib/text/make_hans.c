/* Prints, while the library is built, the table of simplified characters: for
 * U+4E00 to U+9FFF the character that ICU's Traditional-Simplified gives, where
 * it gives one and another. ICU is asked now so that nobody waits for it at
 * run time, where opening the transliterator takes milliseconds. */
#include <stdio.h>
#include <stdlib.h>

#include <unicode/utrans.h>

int
main(void)
{
    static const UChar name[] = u"Traditional-Simplified";
    UErrorCode failure = U_ZERO_ERROR;
    UTransliterator *simplify =
        utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &failure);
    if (U_FAILURE(failure)) {
        fprintf(stderr, "make_hans: %s\n", u_errorName(failure));
        return EXIT_FAILURE;
    }
    printf("/* Made from ICU %s; see make_hans.c. */\n", U_ICU_VERSION);
    for (int code = 0x4E00; code <= 0x9FFF; code++) {
        UChar text[8] = {(UChar)code};
        int32_t length = 1;
        int32_t limit = 1;
        failure = U_ZERO_ERROR;
        utrans_transUChars(simplify, text, &length, 8, 0, &limit, &failure);
        const int is_one = U_SUCCESS(failure) && length == 1;
        printf("0x%04X,%c", is_one ? text[0] : code,
               code % 8 == 7 ? '\n' : ' ');
    }
    utrans_close(simplify);
    return EXIT_SUCCESS;
}
