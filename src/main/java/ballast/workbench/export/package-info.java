/** The Export page: the memory, the glossary and reports as files for other programs. */
@NullMarked
package ballast.workbench.export;

import org.jspecify.annotations.NullMarked;
