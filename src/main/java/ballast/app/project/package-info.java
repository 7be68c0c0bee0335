/**
 * A team's folder: its settings, glossaries, memory and git repository, and the files that requests
 * name.
 */
@NullMarked
package ballast.app.project;

import org.jspecify.annotations.NullMarked;
