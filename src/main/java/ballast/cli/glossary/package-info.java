/** The commands {@code glossary} and {@code lexicon}. */
@NullMarked
package ballast.cli.glossary;

import org.jspecify.annotations.NullMarked;
