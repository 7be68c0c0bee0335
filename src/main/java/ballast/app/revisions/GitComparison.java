package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import java.util.function.Consumer;

/**
 * Compares two versions of a file of units, or of a memory, provided by git. Either may be absent.
 *
 * <pre>{@code
 * GitComparison comparison = new GitComparison(Workplace.in(folder), Notices.NONE);
 * ComparedVersions compared =
 *     comparison.compare(
 *         GitComparison.Request.of(
 *             VersionFile.absent("units.tmx"), VersionFile.of("units.tmx")));
 * System.out.println(compared.changed() + " units were added");
 * }</pre>
 */
public final class GitComparison {

  private final Workplace workplace;
  private final Notices notices;

  public GitComparison(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * A request for a comparison.
   *
   * @param old the old version; both names end in .tmx, .tsv, .xlf or .db
   * @param revised the new version
   * @param glossaries checked in the translations
   */
  public record Request(
      VersionFile old, VersionFile revised, VersionReading reading, Glossaries glossaries) {

    /** Compares with the default languages and without glossaries. */
    public static Request of(VersionFile old, VersionFile revised) {
      return new Request(old, revised, VersionReading.DEFAULT, Glossaries.NONE);
    }
  }

  /**
   * @throws InputException if a version cannot be read
   */
  public ComparedVersions compare(Request request) {
    VersionReader reader =
        new VersionReader(workplace, notices, request.reading(), Lexicon.bundledWhenNeeded());
    VersionReader.Versions versions =
        reader.units(
            request.old().name(),
            to -> read(request.old(), "the old version: ", request.reading(), to),
            request.revised().name(),
            to -> read(request.revised(), "the new version: ", request.reading(), to),
            /* maxWhole= */ 0);
    RevisionComparison comparison = new RevisionComparison(workplace, notices);
    Glossaries glossaries = request.glossaries().readable(workplace, notices);
    return comparison.compared(versions, comparison.terms(glossaries), ChangeFilter.CHANGES);
  }

  private void read(VersionFile file, String which, VersionReading reading, Consumer<Unit> to) {
    if (file.isAbsent()) {
      return;
    }
    try {
      new VersionUnits(workplace, notices)
          .forEach(new VersionUnits.Request(file, reading), to)
          .forEach(problem -> notices.say("  " + file.name() + ": " + problem));
    } catch (InputException e) {
      String message = String.valueOf(e.getMessage()).replace(file.file(), file.name());
      throw new InputException(which + message, e.hint(), e);
    }
  }
}
