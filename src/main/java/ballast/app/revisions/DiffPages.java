package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Html;
import ballast.app.page.HtmlPage;
import ballast.app.page.Numbers;
import ballast.app.revisions.SeveralVersions.LoneVersion;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.revise.Change;
import ballast.revise.EditRate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes the changes of several files as pages: an index, and next to it a folder with the index's
 * name without extension, containing a page for each changed file.
 */
public final class DiffPages {

  /** In UTF-16 units; with number and extension the name fits into any file system. */
  private static final int MAX_NAME = 60;

  private final Path folder;
  private final boolean replace;
  private final List<ComparedFile> files = new ArrayList<>();
  private final List<LoneVersion> alone = new ArrayList<>();

  /**
   * @param index the page of all files
   * @param replace whether pages not written by Ballast may be overwritten
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

  /** Lists a translation that is only in one version in the index. */
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
   * @param old name of the old versions; may be empty
   */
  public void writeIndex(OutputStream stream, String old) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    new DiffIndexHtml(out, files, alone).write(old);
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

  /**
   * The totals of one of several files.
   *
   * @param page relative to the page of all files; empty if there are no changes
   * @param passages number of passages
   * @param changed number of changed passages
   * @param kinds number of changes by kind
   */
  private record ComparedFile(
      String name,
      String page,
      int passages,
      int changed,
      EditRate rate,
      Map<Change.Kind, Integer> kinds) {

    static ComparedFile of(String name, String page, ComparedVersions compared) {
      return new ComparedFile(
          name,
          page,
          compared.size(),
          compared.changed(),
          compared.rate(0),
          Map.copyOf(compared.summary(0).kinds()));
    }

    int count(Change.Kind kind) {
      return kinds.getOrDefault(kind, 0);
    }
  }

  /** Writes the index of the changes of several files, the most changed first. */
  private static final class DiffIndexHtml {

    private final Writer out;
    private final Html html;
    private final List<ComparedFile> changed;
    private final List<ComparedFile> unchanged;
    private final List<LoneVersion> alone;

    /**
     * @param files files with both versions
     * @param alone files with one version only
     */
    DiffIndexHtml(Writer out, List<ComparedFile> files, List<LoneVersion> alone) {
      this.alone = List.copyOf(alone);
      this.out = out;
      this.html = new Html(out);
      this.changed =
          files.stream()
              .filter(file -> !file.page().isEmpty())
              .sorted(
                  Comparator.comparingDouble((ComparedFile file) -> -file.rate().rate())
                      .thenComparing(ComparedFile::name))
              .toList();
      this.unchanged = files.stream().filter(file -> file.page().isEmpty()).toList();
    }

    /**
     * @param old name of the old versions; may be empty
     */
    void write(String old) throws IOException {
      String title = "Changes in " + CountedNoun.of(changed.size() + alone.size(), "file");
      HtmlPage.writeHead(out, title, "diff.css", "");
      html.add("<header>\n<h1>{}</h1>\n", title);
      if (!old.isEmpty()) {
        html.add("<p class=\"soft\">compared with {}</p>\n", old);
      }
      html.add("</header>\n<main>\n");
      if (!changed.isEmpty()) {
        writeTable();
      }
      if (!alone.isEmpty()) {
        html.add("<h2>In one version only</h2>\n<ul class=\"alone\">\n");
        for (LoneVersion version : alone) {
          html.add("<li>{}</li>\n", version.inWords());
        }
        html.add("</ul>\n");
      }
      if (!unchanged.isEmpty()) {
        html.add("<h2>Unchanged</h2>\n<ul class=\"unchanged\">\n");
        for (ComparedFile file : unchanged) {
          html.add("<li>{}</li>\n", file.name());
        }
        html.add("</ul>\n");
      }
      html.add("</main>\n");
      HtmlPage.writeFoot(out);
    }

    private void writeTable() throws IOException {
      html.add("<table class=\"files\">\n<caption>Changed files</caption>\n<thead><tr>");
      html.add("<th scope=\"col\">File</th><th scope=\"col\">Words changed</th>");
      html.add("<th scope=\"col\">Sentences changed</th><th scope=\"col\">What</th>");
      html.add("</tr></thead>\n<tbody>\n");
      EditRate all = EditRate.NONE;
      int passages = 0;
      int count = 0;
      for (ComparedFile file : changed) {
        writeRow(file);
        all = all.plus(file.rate());
        passages += file.passages();
        count += file.changed();
      }
      html.add("</tbody>\n<tfoot><tr><th scope=\"row\">All of them</th>");
      html.add("<td>{}</td>", DiffTotals.percent(all.rate()));
      html.add(
          "<td>{} of {}</td><td></td></tr></tfoot>\n",
          Numbers.count(count),
          Numbers.count(passages));
      html.add("</table>\n");
    }

    private void writeRow(ComparedFile file) throws IOException {
      html.add("<tr><th scope=\"row\"><a href=\"{}\">{}</a></th>", file.page(), file.name());
      html.add("<td>{}", DiffTotals.percent(file.rate().rate()));
      html.meter(Math.round(100 * file.rate().rate()), "share");
      html.add(
          "</td><td>{} of {}</td>", Numbers.count(file.changed()), Numbers.count(file.passages()));
      html.add("<td>");
      String comma = "";
      for (Change.Kind kind : Change.Kind.values()) {
        if (kind != Change.Kind.UNCHANGED && file.count(kind) > 0) {
          html.add("{}<span class=\"kind-{}\">", comma, kind.label());
          html.add("{} {}</span>", Numbers.count(file.count(kind)), kind.inWords());
          comma = ", ";
        }
      }
      html.add("</td></tr>\n");
    }
  }
}
