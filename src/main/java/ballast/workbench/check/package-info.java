/** The Check page: the findings about the memory, with corrections and waivers. */
@NullMarked
package ballast.workbench.check;

import org.jspecify.annotations.NullMarked;
