/**
 * The glossary: the terms that a team has agreed on, and where they occur in a text. Pure; other
 * packages read files into {@link ballast.glossary.Concept}s.
 *
 * <p>Start at {@link ballast.glossary.Concept} and {@link ballast.glossary.Glossary}.
 */
@NullMarked
package ballast.glossary;

import org.jspecify.annotations.NullMarked;
