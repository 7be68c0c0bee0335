package ballast.revise;

/**
 * What is compared of a translation unit.
 *
 * @param source its source text
 * @param target its translation
 * @param position among the units of its version, from 0
 */
record UnitText(String source, String target, int position) {}
