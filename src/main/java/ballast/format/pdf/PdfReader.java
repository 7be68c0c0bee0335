package ballast.format.pdf;

import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.article.ContentReader;
import ballast.format.article.FoundContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of a PDF with PDFBox (ISO 32000): the characters of each page become lines, the
 * lines blocks.
 *
 * <p>Scripts, attachments, forms' fields and comments are not read. Nothing is written, no font of
 * the machine is read. Thread-safe.
 */
public final class PdfReader implements ContentReader {

  private static final int MAX_PAGES = 10_000;
  private static final long MAX_MEMORY = 96L << 20;
  private static final int SHARE_UNREAD = 20;

  public PdfReader() {
    OneFont.install();
  }

  @Override
  public FoundContent read(byte[] bytes, String name) {
    StreamGuard guard = new StreamGuard(bytes, name);
    guard.check();
    try (PDDocument pdf =
        Loader.loadPDF(
            bytes,
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache)) {
      guard.disarmPictures(pdf.getDocument());
      return read(pdf, name, bytes.length);
    } catch (InvalidPasswordException e) {
      throw new InputException(
          "cannot read \"" + name + "\": it is protected with a password",
          "open it with the password and save it without one",
          e);
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw damaged(name, String.valueOf(e.getMessage()), e);
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException e) { // PDFBox trusts lists to be complete and objects to be there
      throw damaged(name, "an object is not what its place asks for", e);
    } catch (StackOverflowError e) {
      throw damaged(name, "its parts are nested too deeply", e);
    } catch (OutOfMemoryError e) {
      throw new InputException(
          "cannot read \"" + name + "\": it needs more memory than there is",
          "save the part that you need as a PDF of its own",
          e);
    }
  }

  private static FoundContent read(PDDocument pdf, String name, int size) throws IOException {
    if (pdf.getNumberOfPages() > MAX_PAGES) {
      throw new InputException(
          "cannot read \"" + name + "\": it has more than " + MAX_PAGES + " pages",
          "save the part that you need as a PDF of its own");
    }
    List<PageLines> pages = new ArrayList<>();
    Scans scans = new Scans();
    GlyphCollector collector =
        new GlyphCollector(
            name,
            size,
            page -> {
              scans.add(page);
              pages.add(new PageLines(page.height(), LineBuilder.lines(page)));
            });
    collector.collect(pdf);
    scans.refuseIfAll(name);
    List<String> warnings = new ArrayList<>(scans.warnings());
    long read =
        pages.stream().flatMap(p -> p.lines().stream()).mapToLong(l -> l.text().length()).sum();
    if (collector.unread() * (long) SHARE_UNREAD > read) {
      warnings.add(
          CountedNoun.of(collector.unread(), "character")
              + " cannot be read: the fonts do not say what they stand for");
    }
    List<String> notes = List.of(CountedNoun.of(pages.size(), "page"));
    return new FoundContent(new PrintedText(pages).blocks(), notes, warnings);
  }

  private static InputException damaged(String name, String why, Throwable cause) {
    return new InputException(
        "cannot read \"" + name + "\": the PDF is damaged: " + why,
        "open it in a PDF viewer and print it to a new PDF",
        cause);
  }
}
