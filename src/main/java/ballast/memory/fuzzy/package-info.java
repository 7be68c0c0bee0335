/**
 * How texts that are alike are found and compared. Pure: no file and no database, only the JDK and
 * {@code bitext}.
 *
 * <p>A text becomes {@link ballast.memory.fuzzy.Symbols}; {@link ballast.memory.fuzzy.Pattern}
 * compares two of them ({@link ballast.memory.fuzzy.Score} is the formula), {@link
 * ballast.memory.fuzzy.Differences} says where they differ and {@link
 * ballast.memory.fuzzy.Warnings} whether a small difference turns the meaning. {@code Grams} has
 * the bound that lets the index leave out texts without missing one. An index is made of {@link
 * ballast.memory.fuzzy.Part}s: {@link ballast.memory.fuzzy.PartBuilder} makes one of texts, {@link
 * ballast.memory.fuzzy.PartMerger} one of several, {@link ballast.memory.fuzzy.CountFilter}
 * searches it ({@code SlotFilter} by lists in the file, {@code OctetFilter} by those in memory,
 * {@code KeptLists}). {@code PartWriter}, {@code PostingWriter}, {@code SlotKeyWriter} and {@code
 * GapWriter} describe its bytes. The parts know texts only by number; {@code ballast.memory} finds
 * the units.
 */
@NullMarked
package ballast.memory.fuzzy;

import org.jspecify.annotations.NullMarked;
