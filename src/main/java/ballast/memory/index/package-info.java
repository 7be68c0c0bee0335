/**
 * The gram index of a memory: its tables, and the searches that use it.
 *
 * <p>{@code FuzzyIndex} searches over what {@code ballast.likeness.index} makes of texts: immutable
 * parts in tables of their own, and a tail of units that are in none. {@code IndexKeeper} makes
 * parts and joins them ({@code UnitFeed} spares it from reading what has just been imported),
 * {@code MatchMaker} turns what was found into {@link ballast.memory.Match}es, {@code
 * ConcordanceSearch} looks inside of texts, {@code IndexVerifier} compares the index with a scan.
 */
@NullMarked
package ballast.memory.index;

import org.jspecify.annotations.NullMarked;
