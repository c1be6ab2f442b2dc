/* What a call came to, and where and why it failed. Included by fatiao.h, which
 * has the rules that hold for every function. */
#ifndef FATIAO_STATUS_H
#define FATIAO_STATUS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define FATIAO_API __attribute__((visibility("default")))
#define FATIAO_MUST_CHECK __attribute__((warn_unused_result))
#else
#define FATIAO_API
#define FATIAO_MUST_CHECK
#endif

/* What a call came to. The numbers are fixed and never used again for
 * something else. */
typedef enum fatiao_status {
    FATIAO_OK = 0,
    FATIAO_ERR_ARGUMENT = 1,  /* the call itself is wrong: a caller's bug */
    FATIAO_ERR_MEMORY = 2,    /* no memory */
    FATIAO_ERR_ENCODING = 3,  /* the bytes are no text in a known encoding */
    FATIAO_ERR_SYNTAX = 4,    /* a citation that cannot be understood */
    FATIAO_ERR_NOT_FOUND = 5, /* no index there, or nothing under that id */
    FATIAO_ERR_LOCKED = 6,    /* another writer has the index open */
    FATIAO_ERR_IO = 7,        /* disk full, no permission, device failed */
    FATIAO_ERR_CORRUPT = 8,   /* the index is damaged */
    FATIAO_ERR_FORMAT = 9,    /* the index is of another format version */
    FATIAO_ERR_LIMIT = 10,    /* input beyond a documented limit */
    FATIAO_ERR_CHANGED = 11,  /* writers kept changing the index: try again */
    FATIAO_ERR_INTERNAL = 12  /* a fault of the library: please report it */
} fatiao_status;

/* Where and why a call failed. Lives in the caller's memory and owns nothing;
 * every public function that takes one clears it on entry. `line` and `column`
 * count from 1, columns in characters; 0 means that no place is known. `file`
 * is "" where no file is meant; a longer name keeps its end. `message` is one
 * line with no full stop. */
typedef struct fatiao_error {
    fatiao_status status;
    uint32_t line;
    uint32_t column;
    char file[256];
    char message[512];
} fatiao_error;

/* The name of a status in a few English words, "disk or permission" for
 * FATIAO_ERR_IO. Never NULL, static. */
FATIAO_API const char *fatiao_status_name(fatiao_status status);

/* The version of the library, "0.1.0". Static. */
FATIAO_API const char *fatiao_version(void);

#ifdef __cplusplus
}
#endif

#endif
