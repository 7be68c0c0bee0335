/**
 * Bytes and characters: the encoding of a file, strict decoding, XML as a stream of events,
 * settings, and output that loses nothing.
 *
 * <p>{@link ballast.format.file.FileInput} opens the file that a user named, {@link
 * ballast.format.file.Decoding} decodes it, {@link ballast.format.file.XmlEvents} reads XML without
 * DTDs or external entities, and {@link ballast.format.file.OutputFile} writes to a temporary name
 * and renames. Everything here treats its input as hostile.
 */
@NullMarked
package ballast.format.file;

import org.jspecify.annotations.NullMarked;
