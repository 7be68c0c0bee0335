/** The Glossary page: entries, their use, problems in them, and mined candidates. */
@NullMarked
package ballast.workbench.glossary;

import org.jspecify.annotations.NullMarked;
