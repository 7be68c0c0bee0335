/** The room of the glossary: entries, their use, problems in them, and mined candidates. */
@NullMarked
package ballast.workbench.glossary;

import org.jspecify.annotations.NullMarked;
