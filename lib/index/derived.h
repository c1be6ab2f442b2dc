/* A file in the index's folder, beside the database and made from it, that
 * makes searches better or faster. An index is whole without it: a file that
 * is missing, damaged or of another version is as if it were not there.
 *
 *     header   magic        16 bytes, "fatiao derived\n"
 *              kind         16 bytes, the file's name and zeros
 *              version      u32, of the kind's body
 *              byte order   u32, 0x01020304
 *              body size    u64
 *              stamp        16 bytes: XXH3-128 of ft_engine_stamp, the state
 *                           of the database that it was made from
 *              hash         u64: XXH3 of all the rest
 *     body     as its kind says, numbers in the order of the machine
 *
 * Written under another name, which is then changed: readers that have the old
 * file mapped keep it. */
#ifndef FT_INDEX_DERIVED_H
#define FT_INDEX_DERIVED_H

#include "engine/engine.h"

/* What a file is called and which version of its body this library writes. */
typedef struct ft_derived_kind {
    const char *name; /* at most 15 bytes */
    uint32_t version;
} ft_derived_kind;

/* Writes the file into the index's folder `path`, stamped with the state of
 * the database. */
fatiao_status ft_derived_write(const char *path, const ft_derived_kind *kind,
                               ft_engine *engine, const ft_strbuf *body,
                               fatiao_error *error);

/* Whether there is a file of this kind and version that was made from the
 * present state of the database. Its hash is not looked at. */
fatiao_status ft_derived_is_current(const char *path,
                                    const ft_derived_kind *kind,
                                    ft_engine *engine, bool *out,
                                    fatiao_error *error);

/* A file mapped into memory. */
typedef struct ft_derived {
    void *bytes; /* NULL: none */
    size_t byte_count;
    const void *body; /* aligned for numbers of 8 bytes */
    size_t body_byte_count;
} ft_derived;

/* Maps the file; leaves `out` all zeros where there is none that fits. Its hash
 * is not looked at, for that takes a reading of the whole: until
 * ft_derived_is_sound has been asked, the body may hold anything. */
void ft_derived_map(ft_derived *out, const char *path,
                    const ft_derived_kind *kind);
bool ft_derived_is_sound(const ft_derived *file);
void ft_derived_unmap(ft_derived *file);

#endif
