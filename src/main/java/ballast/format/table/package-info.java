/** Tables: CSV, TSV and workbooks (xlsx) as rows of cells, read and written. */
@NullMarked
package ballast.format.table;

import org.jspecify.annotations.NullMarked;
