/* Every number that tells a slip of the pen from what was meant: how unlikely
 * each kind is, as the natural logarithm of the odds against it (2.3 is one in
 * ten). Tried on tests/quality/spelling. */
#ifndef FT_QUERY_SLIPS_H
#define FT_QUERY_SLIPS_H

/* One character for another: of the same sound, of nearly the same, of like
 * shape. */
#define FT_SPELLING_HOMOPHONE 3.0
#define FT_SPELLING_NEAR 4.0
#define FT_SPELLING_SHAPE 3.5

/* A character twice, two swapped, one missing. */
#define FT_SPELLING_DOUBLE 3.0
#define FT_SPELLING_SWAP 4.0
#define FT_SPELLING_INSERT 2.5

/* On top of these, where what is typed is a word that ICU knows. */
#define FT_SPELLING_WORD 4.0

/* A syllable of which only the beginning is typed. */
#define FT_SPELLING_PARTIAL 1.0

/* A reading that is not a character's first: 会 for kuai. */
#define FT_SPELLING_RARE 2.0

/* A row of letters that is no pinyin, and each letter of it. */
#define FT_SPELLING_LATIN 8.0
#define FT_SPELLING_LATIN_LETTER 4.0

/* The least and the greatest share of neighbours that stand side by side by the
 * chance of the question and not because the index has them so. Where the index
 * is small it is more: as many as the pairs that it has once (Good and Turing).
 */
#define FT_SPELLING_CHANCE 0.05
#define FT_SPELLING_CHANCE_MAX 0.25

/* Added to the articles of all pairs of a character, so that few sightings do
 * not count as certainty. */
#define FT_SPELLING_UNSEEN 1.0

/* The bond of two characters (ft_typing_bond) below which they stand together
 * by chance, and the one from which they are as good as a word. */
#define FT_SPELLING_USUAL 0.002
#define FT_SPELLING_STRONG 0.02

/* The characters of an article, for telling how often two of them are met side
 * by side by chance. */
#define FT_SPELLING_ARTICLE 50.0

/* A short question has one slip for each so many characters begun, at most; a
 * longer one has one. */
#define FT_SPELLING_APART 3

/* How much likelier the corrected question must be to be offered, and to be
 * searched for without asking. */
#define FT_SPELLING_OFFER 0.3
#define FT_SPELLING_SURE 2.5

/* In a question of more characters than so many for each one that is changed,
 * the others find what is asked for, and a correction is only offered, if it is
 * so much likelier. */
#define FT_SPELLING_CHARS 10
#define FT_SPELLING_LONG 6.0

/* In questions of more characters than this only pinyin is read. */
#define FT_SPELLING_WHOLE 20

/* Beginnings of syllables are read where so many letters are typed at most. */
#define FT_SPELLING_LETTERS 24

/* Characters are put in, and one taken for two, only in questions of at most so
 * many. */
#define FT_SPELLING_SHORT 8

/* How much likelier a correction must be that has only a word behind it, to
 * come before one that stands in the index word for word. */
#define FT_SPELLING_WORDING 3.0

/* How many times more articles must have the pairs put in than those typed. */
#define FT_SPELLING_MORE 20

/* A row of pinyin is looked up as a whole if it has so many syllables at most;
 * what it costs more if no article has it as words of its own. */
#define FT_SPELLING_ROW 5
#define FT_SPELLING_NO_ROW 2.5

/* A path that costs so much more than what is typed is weighed by the texts. */
#define FT_SPELLING_NEARLY 4.0

/* How much likelier a row of pinyin is that the thesaurus knows, and how much
 * less one that stands in the same surroundings everywhere. */
#define FT_SPELLING_KNOWN 2.0
#define FT_SPELLING_PART 2.0

/* Fewer initials than this are read as words of the thesaurus only. */
#define FT_SPELLING_INITIALS 4

/* Fewer capital letters than this are no pinyin. */
#define FT_SPELLING_CAPITALS 4

/* A path that costs so much more than the likeliest is not looked up. */
#define FT_SPELLING_FAR 8.0

/* How many of the articles that have all pairs of a row of characters are
 * looked at for it word for word. */
#define FT_SPELLING_LOOKS 8

/* How many ways to read the beginnings of syllables are looked up. */
#define FT_SPELLING_READINGS 64

#endif
