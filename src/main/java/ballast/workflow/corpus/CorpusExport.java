package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.exchange.UnitForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the units of a corpus as files for other programs, each of them small enough for a laptop.
 *
 * <pre>{@code
 * Map<String, String> environment = System.getenv();
 * if (environment.containsKey("SPARK_HOME")) {
 *   ExportedFiles result =
 *       new CorpusExport(Workplace.in(folder), Notices.NONE, environment)
 *           .write(CorpusExport.Request.of(new Corpus("corpus", "local[2]"), "shards"));
 *   System.out.println(result.units() + " units in " + result.files().size() + " files");
 * }
 * }</pre>
 */
public final class CorpusExport {

  /** The most units of a file: a CAT program that holds all of them needs some 100 MB. */
  public static final long MOST_UNITS = 100_000;

  /**
   * What is written, where, and how.
   *
   * @param folder for the files, as the user gave it; it must be empty if it exists
   * @param languages of the units; a form that holds one pair of languages gets that from zh-CN
   *     into en-US where nothing else is said
   * @param form of the files
   * @param most the greatest number of units of a file, above 0; a document is never divided
   * @param doubtful whether units that the aligner doubts are written too
   * @param deduped whether the units are those that {@code ballast corpus dedupe} has kept
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

    /** TMX of all units but doubtful ones, at most {@link #MOST_UNITS} in a file. */
    public static Request of(Corpus corpus, String folder) {
      UnitForm form = UnitForm.ofName("units.tmx");
      return new Request(corpus, folder, UnitLanguages.ALL, form, MOST_UNITS, false, false);
    }
  }

  private final Workplace workplace;
  private final Notices notices;
  private final Map<String, String> environment;

  /**
   * @param notices is warned of what the form cannot hold
   * @param environment names Spark's folder: see SPARK_HOME and BALLAST_SPARK_JAR in the manual
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
}
