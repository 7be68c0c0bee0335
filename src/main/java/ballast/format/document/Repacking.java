package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.format.article.ArticleFormat;
import ballast.format.xml.XmlEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs what a filter has written as the format wants it: the {@code mimetype} uncompressed, every
 * part well-formed, the language of the document that of the translation. Each part keeps its time.
 * The same parts give the same bytes.
 */
final class Repacking {

  private final ArticleFormat format;
  private final PartTimes times;
  private final TargetLanguage language;

  /**
   * @param lang language of the translation
   * @param times when the parts of the original were written
   */
  Repacking(ArticleFormat format, Lang lang, PartTimes times) {
    this.format = format;
    this.times = times;
    this.language = new TargetLanguage(format, lang);
  }

  /**
   * The packed document.
   *
   * @param written what the filter wrote
   * @param name what the user calls the original, for messages
   * @throws InputException if a part is not well-formed
   */
  byte[] of(byte[] written, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(written.length);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        copy(zip, entry.getName(), part, name);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a document in memory cannot be read", e);
    }
    return out.toByteArray();
  }

  private void copy(ZipOutputStream zip, String part, byte[] bytes, String name)
      throws IOException {
    boolean isWord = format == ArticleFormat.DOCX && WordXml.concerns(part);
    byte[] content = isWord ? WordXml.restored(bytes) : bytes;
    if (part.endsWith(".xml") || part.endsWith(".opf") || part.endsWith(".xhtml")) {
      if (language.concerns(part)) {
        content = language.in(part, new String(content, UTF_8)).getBytes(UTF_8);
      }
      if (format == ArticleFormat.ODT) {
        content = PlainNames.in(new String(content, UTF_8)).getBytes(UTF_8);
      }
      if (format != ArticleFormat.EPUB) {
        check(part, content, name);
      }
    }
    ZipEntry entry = new ZipEntry(part);
    entry.setTimeLocal(times.of(part));
    if (part.equals("mimetype")) {
      CRC32 sum = new CRC32();
      sum.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static void check(String part, byte[] content, String name) throws IOException {
    if (content.length == 0) {
      return;
    }
    try (InputStream in = new ByteArrayInputStream(content);
        XmlEvents xml = new XmlEvents(in, part, (line, what) -> {})) {
      while (xml.next() != XmlEvents.Event.DONE) {
        // Reading it is the check.
      }
    } catch (InputException e) {
      throw new InputException(
          "cannot write the translation of \""
              + name
              + "\": the result would be damaged ("
              + e.getMessage()
              + ")",
          "open the original in its own program, accept all changes, save it anew and try again",
          e);
    }
  }
}
