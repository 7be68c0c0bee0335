/**
 * The glossary: which terms a team has agreed on. Pure; files become {@link
 * ballast.glossary.Concept}s in {@code ballast.interchange}.
 */
@NullMarked
package ballast.glossary;

import org.jspecify.annotations.NullMarked;
