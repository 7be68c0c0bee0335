package ballast.revise;

/**
 * The texts of a translation unit and its place.
 *
 * @param source its source text
 * @param target its translation
 * @param position among the units of its version, from 0
 */
record UnitText(String source, String target, int position) {}
