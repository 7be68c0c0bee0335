/**
 * Translation units in and out: TMX, XLIFF and TSV.
 *
 * <p>Units come in through {@link ballast.format.unit.UnitFile}, which hands them to a {@link
 * ballast.format.unit.UnitEvents} one by one; one class a format and direction. What cannot be used
 * is an {@link ballast.bitext.InputException} with its line.
 */
@NullMarked
package ballast.format.unit;

import org.jspecify.annotations.NullMarked;
