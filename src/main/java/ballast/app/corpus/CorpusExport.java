package ballast.app.corpus;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.units.ExportSink;
import ballast.app.units.UnitForm;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the units of a corpus as files for other programs, each small enough for a laptop.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   CorpusExport.ExportedFiles result =
 *       new CorpusExport(Workplace.in(folder), Notices.NONE, environment)
 *           .write(CorpusExport.Request.of(new Corpus("corpus", "local[2]"), "shards"));
 *   System.out.println(result.units() + " units in " + result.files().size() + " files");
 * }
 * }</pre>
 */
public final class CorpusExport {

  /** Maximum units in a file: a CAT program that loads all of them needs some 100 MB. */
  public static final long MOST_UNITS = 100_000;

  /**
   * A request for an export.
   *
   * @param folder the folder for the files, as given by the user; it must be empty if it exists
   * @param languages of the units; a format for one pair of languages gets zh-CN to en-US by
   *     default
   * @param form format of the files
   * @param most maximum units in a file, above 0; a document is never divided
   * @param doubtful whether to write units that the aligner doubts
   * @param deduped whether to write only the units kept by {@code ballast corpus dedupe}
   */
  public record Request(
      Corpus corpus,
      String folder,
      UnitLanguages languages,
      UnitForm form,
      long most,
      boolean doubtful,
      boolean deduped) {

    public Request {
      if (most < 1) {
        throw new IllegalArgumentException("most " + most);
      }
    }

    /** TMX of all units except doubtful ones, at most {@link #MOST_UNITS} in a file. */
    public static Request of(Corpus corpus, String folder) {
      UnitForm form = UnitForm.ofName("units.tmx");
      return new Request(corpus, folder, UnitLanguages.ALL, form, MOST_UNITS, false, false);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param notices receives warnings of data that the format cannot represent
   * @param environment gives Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
   */
  public CorpusExport(Workplace workplace, Notices notices, Map<String, String> environment) {
    this.workplace = workplace;
    this.notices = notices;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Writes the files {@code 000000.tmx}, {@code 000001.tmx} …, in the order of the corpus. Each
   * appears when it is complete.
   *
   * @throws InputException if Spark is missing, the corpus cannot be used, or the folder is not
   *     empty or cannot be written
   */
  public ExportedFiles write(Request request) {
    UnitStream units = new UnitStream(workplace, notices, environment);
    Path folder = emptyFolder(request.folder());
    UnitStream.Choice choice =
        new UnitStream.Choice(
            request.corpus(), request.deduped(), request.languages(), request.most());
    try (ShardFiles files =
        new ShardFiles(folder, request.form(), request.languages(), request.doubtful(), notices)) {
      units.all("writing", choice, files);
      return files.finish();
    }
  }

  private Path emptyFolder(String name) {
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

    /** The number of units in all files. */
    public long units() {
      return files.stream().mapToLong(OneFile::units).sum();
    }
  }

  /** Writes each shard as a file, which appears when it is complete. */
  private static final class ShardFiles implements UnitStream.Receiver, AutoCloseable {

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
     */
    ShardFiles(
        Path folder,
        UnitForm form,
        UnitLanguages languages,
        boolean withDoubtful,
        Notices notices) {
      this.folder = folder;
      this.form = form;
      this.languages = languages;
      this.withDoubtful = withDoubtful;
      this.notices = notices;
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
}
