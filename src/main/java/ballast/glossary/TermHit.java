package ballast.glossary;

import ballast.bitext.Span;

/**
 * An occurrence of a Chinese term in a text.
 *
 * @param entry the term, with only the concepts that count there
 * @param span its place, UTF-16 units of the raw text
 * @param words the words there
 */
public record TermHit(TermEntry entry, Span span, TermWords words) {}
