/**
 * Fuzzy matching: the similarity of two texts and their differences. Pure: no file and no database.
 *
 * <p>A text becomes {@link ballast.likeness.Symbols}; {@link ballast.likeness.Pattern} compares two
 * of them ({@link ballast.likeness.Score} is the formula), {@link ballast.likeness.Differences}
 * finds where they differ and {@link ballast.likeness.Warnings} whether a small difference changes
 * the meaning. {@link ballast.likeness.Renumbering} replaces numbers in a translation. {@link
 * ballast.likeness.NormalText} is the form in which texts are compared. {@link
 * ballast.likeness.NearGroup} finds near duplicates among many pairs.
 */
@NullMarked
package ballast.likeness;

import org.jspecify.annotations.NullMarked;
