package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ComparedVersions.Name;
import ballast.app.revisions.ComparedVersions.UnitAuthors;
import ballast.app.revisions.VersionReading.VersionFile;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.revise.Comparison;
import ballast.revise.Pairing;
import ballast.revise.RevisedPassage;
import ballast.revise.SameSources;
import ballast.revise.ThreeVersions;
import ballast.revise.UnitVersions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares two versions of a translation, or a draft and two reviews of it, sentence by sentence.
 *
 * <pre>{@code
 * RevisionComparison comparison =
 *     new RevisionComparison(Workplace.in(folder), Notices.NONE);
 * ComparedVersions compared =
 *     comparison.compare(
 *         RevisionComparison.Files.of("article.en.txt", "article.v2.en.txt"),
 *         RevisionComparison.Options.DEFAULT.with(
 *             VersionReading.DEFAULT.withSource("article.zh.txt")));
 * for (RevisedPassage passage : compared.shown()) {
 *   System.out.println(passage.old().text() + " -> " + passage.last().revised().text());
 * }
 * System.out.println(compared.rate(0).rate() + " of the words were changed");
 * }</pre>
 */
public final class RevisionComparison {

  private final Workplace workplace;
  private final Notices notices;
  private final Lexicon words = Lexicon.bundledWhenNeeded();

  public RevisionComparison(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /** The versions to compare. */
  public sealed interface Subject {}

  /**
   * Files: an old version and a new one, or a draft and two reviews of it. All contain units, or
   * all contain text.
   *
   * @param apart whether both reviews are of the draft; otherwise the second reviews the first, and
   *     may undo its changes
   */
  public record Files(List<VersionFile> files, boolean apart) implements Subject {
    public Files {
      files = List.copyOf(files);
      if (files.size() < 2 || files.size() > 3) {
        throw new IllegalArgumentException(files.size() + " files");
      }
    }

    /** Two files, or a draft, its review, and a review of that. */
    public static Files of(String... names) {
      return new Files(Stream.of(names).map(VersionFile::of).toList(), /* apart= */ false);
    }
  }

  /**
   * Two revisions of a document, or three: a draft, its review, and a review of that.
   *
   * @param memory contains the document; open
   * @param document its name in the memory
   * @param numbers in order; of two, the old one may be 0 for the one before the new one, and the
   *     new one 0 for the latest
   */
  public record Revisions(Memory memory, String document, List<Integer> numbers)
      implements Subject {}

  /** The latest revision of a document, and a text for the next one. The sources are unknown. */
  public record LatestAndText(Memory memory, String document, VersionFile text)
      implements Subject {}

  /** Two versions of a file of units, or of a memory, provided by git. Either may be absent. */
  public record GitVersions(VersionFile old, VersionFile revised) implements Subject {}

  /**
   * The options of a comparison.
   *
   * @param glossaries checked in the translations, if the sources are known
   * @param filter selects the changes to list; for two reviews it must list all
   * @param maxWhole maximum number of units in a file to keep unchanged ones among the passages; in
   *     longer files they are only counted, unless the filter lists them
   */
  public record Options(
      VersionReading reading, Glossaries glossaries, ChangeFilter filter, int maxWhole) {

    /** Detects languages, checks no terms and lists all changes. */
    public static final Options DEFAULT =
        new Options(VersionReading.DEFAULT, Glossaries.NONE, ChangeFilter.CHANGES, 0);

    public Options with(VersionReading newReading) {
      return new Options(newReading, glossaries, filter, maxWhole);
    }
  }

  /**
   * @throws ballast.bitext.InputException if a version cannot be read, or they cannot be compared
   */
  public ComparedVersions compare(Subject subject, Options options) {
    return compare(subject, options, terms(options.glossaries()));
  }

  GlossaryTerms terms(Glossaries glossaries) {
    return new GlossaryTerms(workplace, notices, glossaries, words);
  }

  ComparedVersions compare(Subject subject, Options options, GlossaryTerms terms) {
    VersionReader reader = new VersionReader(workplace, notices, options.reading(), words);
    if (subject instanceof Revisions all) {
      List<Integer> numbers = all.numbers();
      VersionReader.Versions first =
          reader.revisions(all.memory(), all.document(), numbers.get(0), numbers.get(1));
      return numbers.size() == 2
          ? compared(first, terms, options.filter())
          : reviewed(
              first,
              reader.revisions(all.memory(), all.document(), numbers.get(1), numbers.get(2)),
              /* apart= */ false,
              options.filter());
    }
    if (subject instanceof LatestAndText latest) {
      return compared(
          reader.latestAndText(latest.memory(), latest.document(), latest.text()),
          terms,
          options.filter());
    }
    if (subject instanceof GitVersions git) {
      VersionReader.Versions versions = reader.gitVersions(git.old(), git.revised());
      // A broken glossary must not stop git.
      return compared(
          versions, terms(options.glossaries().readable(workplace, notices)), options.filter());
    }
    Files files = (Files) subject;
    int maxWhole = options.filter().unchanged() ? Integer.MAX_VALUE : options.maxWhole();
    return files.files().size() == 3
        ? reviewed(
            reader.files(files.files().get(0), files.files().get(1), Integer.MAX_VALUE),
            reader.files(files.files().get(1), files.files().get(2), Integer.MAX_VALUE),
            files.apart(),
            options.filter())
        : compared(
            reader.files(files.files().get(0), files.files().get(1), maxWhole),
            terms,
            options.filter());
  }

  ComparedVersions compared(
      VersionReader.Versions versions, GlossaryTerms terms, ChangeFilter filter) {
    notices.step("comparing " + versions.revised().name());
    return ComparedVersions.of(
            versions.old(),
            versions.revised(),
            versions.sourceLang().tag(),
            new Comparison(words, terms.of(versions))
                .compare(versions.versions(), versions.sourceLang()),
            filter::takes)
        .by(versions.authors());
  }

  private ComparedVersions reviewed(
      VersionReader.Versions toFirst,
      VersionReader.Versions toSecond,
      boolean apart,
      ChangeFilter filter) {
    UnitVersions firstChange = toFirst.versions();
    UnitVersions secondChange = toSecond.versions();
    Pairing pairing = new Pairing(words);
    List<RevisedPassage> passages =
        new ThreeVersions(
                List.of(firstChange.old(), secondChange.old(), secondChange.revised()),
                secondChange.sources(),
                apart,
                words)
            .passages(
                pairing.pair(firstChange.old(), firstChange.revised()),
                pairing.pair(secondChange.old(), secondChange.revised()));
    List<Name> names = List.of(toFirst.old(), toSecond.old(), toSecond.revised());
    return new ComparedVersions(
        names,
        toSecond.sourceLang().tag(),
        apart,
        passages,
        SameSources.Counts.NONE,
        passages.stream().filter(filter::takes).toList(),
        UnitAuthors.NONE);
  }
}
