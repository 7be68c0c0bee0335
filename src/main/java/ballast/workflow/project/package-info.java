/** The project's folder, its memory and glossaries, and its files in git. */
@NullMarked
package ballast.workflow.project;

import org.jspecify.annotations.NullMarked;
