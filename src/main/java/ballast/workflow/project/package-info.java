/**
 * Where things are: the project's folder, its memory and glossaries, and what git knows of its
 * files.
 */
@NullMarked
package ballast.workflow.project;

import org.jspecify.annotations.NullMarked;
