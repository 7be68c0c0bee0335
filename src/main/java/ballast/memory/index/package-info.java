/**
 * The gram index of a memory: its tables, and the searches that use it.
 *
 * <p>{@code FuzzyIndex} searches the immutable parts that {@code ballast.likeness.index} makes, and
 * the tail of units that are in no part. {@code IndexKeeper} builds and merges parts ({@code
 * UnitFeed} saves it from reading units that have just been imported), {@code MatchMaker} turns the
 * units found into {@link ballast.memory.Match}es, {@code ConcordanceSearch} searches for phrases
 * inside texts, {@code IndexVerifier} compares the index with a scan.
 */
@NullMarked
package ballast.memory.index;

import org.jspecify.annotations.NullMarked;
