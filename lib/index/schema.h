/* How an index lies on disk. Changing anything here bumps FT_FORMAT_VERSION.
 *
 *     DIR/format       the line "fatiao index 6"
 *     DIR/postings/    the Xapian database (glass)
 *     DIR/impacts      made out of it to rank fast (impact.h); may be missing
 *     DIR/spelling     made out of it to tell slips of the pen (spelling.h);
 * may be missing
 *
 * The database holds two kinds of documents, put together in one transaction:
 *
 *     statute   filters Kstatute, S<digest of id>, T<n-gram of the title>…
 *               L<hash of the title>…
 *               V<digest of the title>, D<date>, F<document number>…
 *               Kdraft, Krepealed, if it says so
 *               data: the statute's record (record.h)
 *     article   filters S<digest of the statute's id>
 *               A<number>, if it is an article that has one
 *               Kdivision, if it is the first below its headings, and then
 *               H<n-gram of these>… and B<number of its chapter>
 *               R<hash of a title>… of the laws it refers to (link_term.h)
 *               Klaw, if the statute is a law by its title (rank.h)
 *               terms W P C N (body), X Y (heading and title)
 *               data: the article's record
 *
 * "Article" here is each node that holds clauses: ARTICLE, PREAMBLE, ANNEX. A
 * statute's document precedes its articles', which stand in the order of the
 * law, so the postings of S<digest> read the whole law back. What holds for all
 * articles of a statute, or below a heading, stands with the first document
 * only: it holds up to the next Kstatute, or Kdivision.
 *
 *     prefix  term
 *     W       word of the body, as the analyzer cuts it
 *     P       pair of neighbouring characters of the body
 *     C       single character of the body
 *     N       number of the body with its measure, in the one spelling that
 *             all its spellings share (quantity.h), as 30% of 百分之三十
 *     X       word of the headings above the article and of the title; the
 *             words of an annex or preamble itself are a heading too
 *     Y       pair of these
 *     S       XXH3-128 of the statute's id, as 32 hexadecimal digits
 *     T       pair, and single character, of the title (statutes only)
 *     L       XXH3-64 of the title's key (title_key.h), and of that without
 *             round brackets, as 16 hexadecimal digits
 *     R       the same of a law that the article refers to, alone and, behind
 *             a '/', with each article of it: 40, 120-3, * for a long range
 *     V       XXH3-128 of the title as titles are compared: versions share it
 *     D       date of the statute, "D2017-09-01", as far as it is known
 *     F       document number (文号), as docket.h compares them
 *     A       number of the article, "A40", "A120-3"
 *     H       pair, and single character, of the headings above the article
 *     B       number of the chapter (章) that the article is in, "B3"
 *     K       kind of document: "Kstatute", "Kdraft", "Krepealed", "Kdivision",
 *             "Klaw"
 *
 * A term longer than 245 bytes is left out: its pairs stand for it.
 *
 * Metadata: "analyzer" is ft_analyzer_version() at the time of writing: an
 * index whose words were cut otherwise is refused; "articles", "clauses",
 * "statutes" are counts in decimal.
 */
#ifndef FT_INDEX_SCHEMA_H
#define FT_INDEX_SCHEMA_H

#define FT_FORMAT_VERSION 6

#define FT_PREFIX_WORD 'W'
#define FT_PREFIX_PAIR 'P'
#define FT_PREFIX_CHAR 'C'
#define FT_PREFIX_NUMBER 'N'
#define FT_PREFIX_HEADING_WORD 'X'
#define FT_PREFIX_HEADING_PAIR 'Y'
#define FT_PREFIX_STATUTE 'S'
#define FT_PREFIX_TITLE 'T'
#define FT_PREFIX_NAME 'L'
#define FT_PREFIX_LINK 'R'
#define FT_PREFIX_VERSION 'V'
#define FT_PREFIX_DATE 'D'
#define FT_PREFIX_DOCKET 'F'
#define FT_PREFIX_ARTICLE 'A'
#define FT_PREFIX_HEADING 'H'
#define FT_PREFIX_CHAPTER 'B'
#define FT_PREFIX_KIND 'K'
#define FT_TERM_KIND_STATUTE "Kstatute"
#define FT_TERM_KIND_DRAFT "Kdraft"
#define FT_TERM_KIND_REPEALED "Krepealed"
#define FT_TERM_KIND_DIVISION "Kdivision"
#define FT_TERM_KIND_LAW "Klaw"

#endif
