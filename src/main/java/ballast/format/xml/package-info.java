/**
 * XML in a stream: events with their place in the file, and text that is written back. DTDs and
 * external entities are never resolved.
 */
@NullMarked
package ballast.format.xml;

import org.jspecify.annotations.NullMarked;
