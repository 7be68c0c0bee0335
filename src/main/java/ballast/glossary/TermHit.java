package ballast.glossary;

import ballast.bitext.Span;

/**
 * A Chinese term where it stands in a text.
 *
 * @param entry the term, with those concepts only that are meant there
 * @param span where, UTF-16 units of the raw text
 */
public record TermHit(TermEntry entry, Span span) {}
