/**
 * Units of measure in Chinese and English ({@link ballast.language.quantity.QuantityReader}), and
 * the comparison of amounts in different units ({@link ballast.language.quantity.Quantity}): 18亿亩
 * are 120 million hectares. Pure.
 */
@NullMarked
package ballast.language.quantity;

import org.jspecify.annotations.NullMarked;
