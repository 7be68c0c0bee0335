/** The room of the export: the memory, the glossary and pages as files for other programs. */
@NullMarked
package ballast.workbench.export;

import org.jspecify.annotations.NullMarked;
