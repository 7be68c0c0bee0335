package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.UnitStream.Receiver;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.page.Json;
import ballast.app.units.ExportSink;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import ballast.format.unit.UnitForm;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes each shard as a file, {@code 000000.tmx}, {@code 000001.tmx} …, which appears when it is
 * complete.
 */
public final class ShardFiles implements Receiver, AutoCloseable {

  /**
   * The exported files.
   *
   * @param files in the order of the corpus
   * @param doubtful number of units skipped because they are doubtful
   * @param otherLanguages number of units skipped because the format allows one pair of languages,
   *     and they are in another
   */
  public record ExportedFiles(List<OneFile> files, long doubtful, long otherLanguages) {

    /** A file, named without its folder. */
    public record OneFile(String name, long units) {}

    public ExportedFiles {
      files = List.copyOf(files);
    }

    public long units() {
      return files.stream().mapToLong(OneFile::units).sum();
    }

    /** Writes the output of {@code corpus export --json}. */
    public void writeJson(Writer out, String folder) throws IOException {
      String path = folder.endsWith("/") ? folder : folder + "/";
      try (Json json = Json.line(out)) {
        json.put("folder", folder).put("units", units());
        json.put("doubtful", doubtful).put("otherLanguages", otherLanguages);
        json.array("files");
        for (OneFile file : files) {
          json.object().put("file", path + file.name()).put("units", file.units()).end();
        }
        json.end();
      }
    }
  }

  private final Path folder;
  private final UnitForm form;
  private final UnitLanguages languages;
  private final boolean withDoubtful;
  private final Notices notices;
  private @Nullable Open open;
  private final List<ExportedFiles.OneFile> files = new ArrayList<>();
  private long doubtful;
  private long otherLanguages;

  private record Open(OutputFile file, Path path, ExportSink sink) {}

  /**
   * @param folder must not contain the files yet
   * @param languages of the units; a format for one pair of languages gets zh-CN to en-US by
   *     default
   */
  ShardFiles(
      Path folder, UnitForm form, UnitLanguages languages, boolean withDoubtful, Notices notices) {
    this.folder = folder;
    this.form = form;
    this.languages = languages;
    this.withDoubtful = withDoubtful;
    this.notices = notices;
  }

  /**
   * Creates the folder if it does not exist.
   *
   * @throws InputException if it is not empty
   */
  static Path emptyFolder(Workplace workplace, String name) {
    Path folder = workplace.resolve(name);
    try {
      Files.createDirectories(folder);
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new InputException(
              "the folder \"" + name + "\" is not empty", "name a new one with -o, or empty it");
        }
      }
      return folder;
    } catch (IOException e) {
      throw OutputFile.cannotWrite(folder, e);
    }
  }

  @Override
  public void begin(@Nullable Lang source) {
    publish();
    String extension = form.format().extension() + (form.packed() ? ".gz" : "");
    Path path = folder.resolve(String.format(Locale.ROOT, "%06d.%s", files.size(), extension));
    OutputFile file = OutputFile.create(path, /* replace= */ false);
    try {
      open =
          new Open(
              file,
              path,
              new ExportSink(
                  form.begin(
                      file.stream(),
                      source,
                      languages.from() == null ? Lang.ZH_CN : languages.from(),
                      languages.to() == null ? Lang.EN_US : languages.to()),
                  withDoubtful));
    } catch (IOException e) {
      file.close();
      throw OutputFile.cannotWrite(path, e);
    }
  }

  @Override
  public void take(Unit unit) {
    Open to = open;
    if (to == null) {
      throw new IllegalStateException("a unit before its shard");
    }
    try {
      to.sink().write(unit);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(to.path(), e);
    }
  }

  private void publish() {
    Open done = open;
    if (done == null) {
      return;
    }
    try {
      String name = fileName(done.path());
      done.sink().finish().forEach(warning -> notices.warn(name + ": " + warning));
    } catch (IOException e) {
      throw OutputFile.cannotWrite(done.path(), e);
    }
    done.file().finish();
    done.file().publish();
    done.file().close();
    open = null;
    files.add(new ExportedFiles.OneFile(fileName(done.path()), done.sink().written()));
    doubtful += done.sink().doubtful();
    otherLanguages += done.sink().otherLanguages();
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }

  ExportedFiles finish() {
    publish();
    return new ExportedFiles(files, doubtful, otherLanguages);
  }

  @Override
  public void close() {
    if (open != null) {
      open.file().close();
    }
  }
}
