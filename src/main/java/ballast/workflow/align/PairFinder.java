package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.lexicon.Lexicon;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import ballast.workflow.project.FolderFiles;
import ballast.workflow.project.MarkedName;
import ballast.workflow.project.Project;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds articles and their translations in a list, or by the names and the content of files; and
 * which of two named files is the source.
 */
public final class PairFinder {

  private final Workplace workplace;
  private final ArticleReading reading;
  private final Lexicon lexicon;

  /**
   * @param reading how texts are read whose names do not say what they are
   * @param lexicon stays open
   */
  public PairFinder(Workplace workplace, ArticleReading reading, Lexicon lexicon) {
    this.workplace = workplace;
    this.reading = reading;
    this.lexicon = lexicon;
  }

  /**
   * The pairs that a list names; a faulty row becomes a {@link PairList.Unusable}.
   *
   * @param file name of the list
   * @throws InputException if the list cannot be read or has no row
   */
  public static PairList listed(Workplace workplace, String file) {
    return PairListFile.read(workplace, Project.around(workplace.directory()), file);
  }

  /**
   * The pairs of a folder, and the texts that are in none.
   *
   * @param fromEnglish whether the English files are the sources
   * @throws InputException if there is no pair, or the folder cannot be listed
   */
  PairList inFolder(String folder, boolean fromEnglish) {
    return new PairFolder(workplace, reading, lexicon, folder, fromEnglish).find();
  }

  /**
   * The files of the same name in two folders, and those that only one has.
   *
   * @throws InputException if there is no pair, or a folder cannot be listed
   */
  PairList between(String sources, String targets) {
    return new TwoFolders(workplace, reading, lexicon, sources, targets).pairs();
  }

  /**
   * The pairs among files that have already been listed, and the texts that are in none. There may
   * be no pair.
   */
  public PairList among(FolderFiles files, String folder, boolean fromEnglish) {
    return new PairFolder(workplace, reading, lexicon, folder, fromEnglish).among(files);
  }

  /**
   * Two named files, the source first: the Chinese text, or the English one if English is asked
   * for. Says so if they were named the other way round.
   */
  public List<String> ordered(String first, String second, Notices notices) {
    @Nullable Lang from = reading.source().lang();
    boolean fromEnglish = from != null && from.isEnglish();
    String chinese = fromEnglish ? second : first;
    String english = fromEnglish ? first : second;
    boolean named = MarkedName.of(chinese).isChinese() && MarkedName.of(english).isEnglish();
    if (named || first.equals(second) || !isFile(first) || !isFile(second)) {
      return List.of(first, second);
    }
    boolean known = from == null || from.isEnglish() || from.isChinese();
    Lang one = language(first);
    Lang other = language(second);
    if (!known || one == null || other == null) {
      return List.of(first, second);
    }
    boolean swapped =
        fromEnglish ? one.isChinese() && other.isEnglish() : one.isEnglish() && other.isChinese();
    if (!swapped) {
      return List.of(first, second);
    }
    notices.say(
        "\"%s\" is %s: took \"%s\" as the source%s"
            .formatted(
                first,
                fromEnglish ? "Chinese" : "English",
                second,
                fromEnglish ? "" : "; --from en makes the English text the source"));
    return List.of(second, first);
  }

  /** A pipe can be read only once. */
  private boolean isFile(String name) {
    return !name.equals("-") && Files.isRegularFile(workplace.resolve(name));
  }

  private @Nullable Lang language(String file) {
    try {
      return new ArticleReader(workplace, reading).readAny(file).document().lang();
    } catch (InputException e) {
      return null; // who reads it says why
    }
  }
}
