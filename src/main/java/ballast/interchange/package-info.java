/**
 * Files in and out: what other programs wrote becomes Ballast's records, and back.
 *
 * <p>Reading an article starts at {@link ballast.interchange.TextReader}: bytes are decoded
 * strictly ({@link ballast.interchange.Encoding} says which way and why), cut into passages by the
 * layout of plain text or the markup of a page, each passage gets a {@link
 * ballast.bitext.BlockType}, and a {@link ballast.bitext.SourceMap} remembers where everything
 * stood in the file. Nothing that was text is dropped: what does not belong to the article is
 * labelled furniture. Readers and writers of exchange formats stand beside it, one class a format
 * and direction; units come in through {@link ballast.interchange.UnitFile}, which hands them to a
 * {@link ballast.interchange.UnitEvents} one by one. All of them treat what they read as hostile,
 * report what they cannot use as an {@link ballast.bitext.InputException}, and are the only part of
 * Ballast that knows about file formats.
 */
@NullMarked
package ballast.interchange;

import org.jspecify.annotations.NullMarked;
