/** Glossaries and lexicons: search, lint, import, export, count, mine and train. */
@NullMarked
package ballast.app.glossary;

import org.jspecify.annotations.NullMarked;
