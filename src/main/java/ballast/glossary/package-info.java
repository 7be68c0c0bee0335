/**
 * The glossary: which terms a team has agreed on, and where they stand in a text. Pure; files
 * become {@link ballast.glossary.Concept}s in {@code ballast.interchange}.
 *
 * <p>Start at {@link ballast.glossary.Concept} and {@link ballast.glossary.Glossary}.
 */
@NullMarked
package ballast.glossary;

import org.jspecify.annotations.NullMarked;
