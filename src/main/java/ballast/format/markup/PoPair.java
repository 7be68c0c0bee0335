package ballast.format.markup;

import ballast.format.article.FoundBlock;

/**
 * A message of a gettext catalogue and its translation.
 *
 * @param source the message
 * @param target its translation
 * @param fuzzy whether the translation is only a guess, made from a similar message
 */
public record PoPair(FoundBlock source, FoundBlock target, boolean fuzzy) {}
