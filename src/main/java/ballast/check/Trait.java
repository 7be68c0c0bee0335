package ballast.check;

/**
 * Something in a pair of texts that a rule compares with other pairs.
 *
 * @param rule id of the rule
 * @param key what pairs must have in common to be compared: a source text, a concept, a rendering
 * @param variant what may differ between them: a translation, a rendering, a concept
 * @param term id of the glossary's concept; empty when no term is concerned
 */
public record Trait(String rule, String key, String variant, String term) {}
