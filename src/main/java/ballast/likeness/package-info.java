/**
 * How alike two texts are, and where they differ. Pure: no file and no database.
 *
 * <p>A text becomes {@link ballast.likeness.Symbols}; {@link ballast.likeness.Pattern} compares two
 * of them ({@link ballast.likeness.Score} is the formula), {@link ballast.likeness.Differences}
 * says where they differ and {@link ballast.likeness.Warnings} whether a small difference turns the
 * meaning. {@link ballast.likeness.NormalText} is what is compared of a text.
 */
@NullMarked
package ballast.likeness;

import org.jspecify.annotations.NullMarked;
