/** The units of a memory: search, edit, approve, undo, import, export, convert and count them. */
@NullMarked
package ballast.app.units;

import org.jspecify.annotations.NullMarked;
