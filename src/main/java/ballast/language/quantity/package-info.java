/**
 * Units of measure in Chinese and English, and the comparison of amounts in different units: 18亿亩
 * are 120 million hectares. {@link ballast.language.quantity.QuantityReader} finds the unit of a
 * number, {@link ballast.language.quantity.Quantity} compares. Pure.
 */
@NullMarked
package ballast.language.quantity;

import org.jspecify.annotations.NullMarked;
