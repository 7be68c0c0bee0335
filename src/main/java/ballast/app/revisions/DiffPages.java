package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.HtmlPage;
import ballast.app.page.Imprint;
import ballast.app.page.PageLanguage;
import ballast.app.page.PageOutput;
import ballast.app.revisions.DiffIndex.ComparedFile;
import ballast.app.revisions.FolderComparison.SeveralVersions.LoneVersion;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the changes of several files as pages: an index, and next to it a folder with the index's
 * name without extension, containing a page for each changed file.
 */
public final class DiffPages {

  /** In UTF-16 units; with number and extension the name fits into any file system. */
  private static final int MAX_NAME = 60;

  private final Path folder;
  private final boolean replace;
  private final Imprint imprint;
  private final List<ComparedFile> files = new ArrayList<>();
  private final List<LoneVersion> alone = new ArrayList<>();

  /**
   * @param index the page of all files
   * @param replace whether pages not written by Ballast may be overwritten
   * @param imprint the head of the pages
   */
  public DiffPages(Path index, boolean replace, Imprint imprint) {
    String name = String.valueOf(index.getFileName());
    int dot = name.lastIndexOf('.');
    this.folder = index.resolveSibling(dot > 0 ? name.substring(0, dot) : name + "-pages");
    this.replace = replace;
    this.imprint = imprint;
  }

  /**
   * Writes the page of a file, if it has changes.
   *
   * @throws InputException if it cannot be written
   */
  public void add(String name, ComparedVersions compared) {
    String page = compared.hasChanges() ? page(name) : "";
    if (!page.isEmpty()) {
      write(folder.resolve(page), compared);
    }
    String address = page.isEmpty() ? "" : address(folder.getFileName()) + "/" + encoded(page);
    files.add(ComparedFile.of(name, address, compared));
  }

  /** Lists a translation that is only in one version in the index. */
  public void addAlone(LoneVersion version) {
    alone.add(version);
  }

  /** Writes one page. */
  static void writePage(Writer out, ComparedVersions compared, Imprint imprint) throws IOException {
    DiffPage content = DiffPage.of(compared);
    PageLanguage language = imprint.language();
    if (compared.hasTwoReviews()) {
      String title = imprint.say("Who changed " + compared.old().name());
      HtmlPage.writeHead(out, language, title, "diff.css", "");
      PageOutput.write(out, page -> JteReviewsPageGenerated.render(page, null, content, imprint));
      HtmlPage.writeFoot(out);
      return;
    }
    String title = imprint.say("Changes in " + compared.revised().name());
    HtmlPage.writeHead(out, language, title, "diff.css", "diff.js");
    PageOutput.write(out, page -> JteDiffPageGenerated.render(page, null, content, imprint));
    HtmlPage.writeFoot(out, language, "diff-help", "diff.js");
  }

  private void write(Path path, ComparedVersions compared) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "cannot make the folder \"" + folder + "\" for the pages of the files",
          "give another name with -o",
          e);
    }
    try (OutputFile file = OutputFile.createPage(path, replace)) {
      Writer out = new OutputStreamWriter(file.stream(), UTF_8);
      writePage(out, compared, imprint);
      out.flush();
      file.finish();
      file.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
  }

  /**
   * @param old name of the old versions; may be empty
   */
  public void writeIndex(OutputStream stream, String old) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    DiffIndex index = DiffIndex.of(files, alone, old);
    String title = imprint.say(index.title());
    HtmlPage.writeHead(out, imprint.language(), title, "diff.css", "");
    PageOutput.write(out, page -> JteDiffIndexGenerated.render(page, null, index, imprint));
    HtmlPage.writeFoot(out);
    out.flush();
  }

  /** The number distinguishes files of the same name in two folders. */
  private String page(String name) {
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = plain.replaceAll("[\\p{Cntrl}\\p{Cf}\\x3C\\x3E:\"|?*%#&]", "_");
    String cut = safe.length() > MAX_NAME ? safe.substring(0, MAX_NAME) : safe;
    return (files.size() + 1) + "-" + cut + ".html";
  }

  private static String address(Path name) {
    return encoded(String.valueOf(name));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }
}
