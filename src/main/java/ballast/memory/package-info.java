/**
 * The translation memory: documents, their revisions and their translation units in one SQLite
 * file. The only package that uses {@code java.sql}.
 *
 * <p>Start at {@link ballast.memory.Memory} (what a memory can do) and {@link
 * ballast.memory.SqliteMemory} (how to open one). {@code Schema} holds the tables and says what
 * each is for: a unit's row holds its current texts, {@code unit_history} what a change replaced,
 * so that the texts of every earlier revision can be put together again. {@code RevisionMatcher}
 * decides, without a database, which unit of a new revision is which unit of the one before: as
 * {@link ballast.language.matching.SentenceMatcher} does for two versions of any text, with units
 * as alike as {@code UnitLikeness} says; {@code RevisionPlan} turns that into what has to be
 * written, and {@code RevisionWriter} writes it in one transaction. {@code ImportWriter} takes the
 * units of other programs' files, {@code PresentUnits} finds what the memory has of them ({@code
 * UnitKeys} while a large import goes on), {@code ExtrasWriter} writes what those files say of
 * them. {@code Database} is the only class that holds a connection, {@code Opening} the only one
 * that makes one, and {@code Failure} turns what SQLite says into words for the user. {@code
 * Verifier} holds a file against everything the other classes rely on.
 *
 * <p>What a person does to units goes through {@link ballast.memory.MemoryCare}: {@code
 * EditSession} makes the edits of one command, {@code StateWriter} writes each with what it
 * replaces, {@code CommandLog} knows which commands are in force and {@code Reversal} takes one
 * back. {@code Compactor} alone removes anything.
 *
 * <p>Texts that are alike are found by {@code FuzzyIndex} over what {@link ballast.memory.fuzzy}
 * makes of texts: immutable parts in tables of their own, and a tail of units that are in none.
 * {@code IndexKeeper} makes parts and joins them ({@code UnitFeed} spares it from reading what has
 * just been imported), {@code MatchMaker} turns what was found into {@link ballast.memory.Match}es,
 * {@code ConcordanceSearch} looks inside of texts, {@code IndexVerifier} compares the index with a
 * scan.
 */
@NullMarked
package ballast.memory;

import org.jspecify.annotations.NullMarked;
