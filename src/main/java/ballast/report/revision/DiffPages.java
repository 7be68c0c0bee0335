package ballast.report.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.LoneVersion;
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
 * Writes the changes of several files as pages: an index, and in a folder beside it, which has its
 * name without the extension, a page for each file that has changes.
 */
public final class DiffPages {

  /** In UTF-16 units: with the number and the extension it fits into any file system. */
  private static final int MAX_NAME = 60;

  private final Path folder;
  private final boolean replace;
  private final List<ComparedFile> files = new ArrayList<>();
  private final List<LoneVersion> alone = new ArrayList<>();

  /**
   * Begins.
   *
   * @param index the page of all files
   * @param replace whether pages that are not of Ballast may be replaced
   */
  public DiffPages(Path index, boolean replace) {
    String name = String.valueOf(index.getFileName());
    int dot = name.lastIndexOf('.');
    this.folder = index.resolveSibling(dot > 0 ? name.substring(0, dot) : name + "-pages");
    this.replace = replace;
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

  /** Names in the index a translation that one version only has. */
  public void addAlone(LoneVersion version) {
    alone.add(version);
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
      new DiffHtml(out, compared).write();
      out.flush();
      file.finish();
      file.publish();
    } catch (IOException e) {
      throw OutputFile.cannotWrite(path, e);
    }
  }

  /**
   * Writes the index.
   *
   * @param old what the old versions are called, perhaps empty
   */
  public void writeIndex(OutputStream stream, String old) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    new DiffIndexHtml(out, files, alone).write(old);
    out.flush();
  }

  /** The number keeps files of one name in two folders apart. */
  private String page(String name) {
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = plain.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*%#&]", "_");
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
