package ballast.app.revisions;

import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ComparedVersions.Name;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.lexicon.Lexicon;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.revise.Comparison;
import ballast.revise.Pairing;
import ballast.revise.RevisedPassage;
import ballast.revise.SameSources;
import ballast.revise.TextVersion;
import ballast.revise.ThreeVersions;
import ballast.revise.UnitVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares two versions of a translation, or a draft and two reviews of it, sentence by sentence.
 *
 * <pre>{@code
 * RevisionComparison comparison =
 *     new RevisionComparison(Workplace.in(folder), Notices.NONE);
 * ComparedVersions compared =
 *     comparison.compare(
 *         RevisionComparison.Request.files("article.en.txt", "article.v2.en.txt")
 *             .with(VersionReading.DEFAULT.withSource("article.zh.txt"))
 *             .with(Glossaries.of(List.of("glossary"))));
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
  }

  /**
   * Two revisions of a document.
   *
   * @param memory contains the document; open
   * @param document its name in the memory
   * @param from number of the old one; 0: the one before the new one
   * @param to number of the new one; 0: the latest
   */
  public record Revisions(Memory memory, String document, int from, int to) implements Subject {}

  /**
   * Three revisions of a document: a draft, its review, and a review of that.
   *
   * @param memory contains the document; open
   * @param document its name in the memory
   */
  public record ThreeRevisions(Memory memory, String document, int first, int second, int third)
      implements Subject {}

  /**
   * The latest revision of a document, and a text for the next one. The sources are unknown.
   *
   * @param memory contains the document; open
   * @param document its name in the memory
   */
  public record LatestAndText(Memory memory, String document, VersionFile text)
      implements Subject {}

  /**
   * A request for a comparison.
   *
   * @param glossaries checked in the translations, if the sources are known
   * @param filter selects the changes to list; for two reviews it must list all
   * @param maxWhole maximum number of units in a file to keep unchanged ones among the passages; in
   *     longer files they are only counted, unless the filter lists them
   */
  public record Request(
      Subject subject,
      VersionReading reading,
      Glossaries glossaries,
      ChangeFilter filter,
      int maxWhole) {

    /** Compares two files, or a draft and two reviews of it, and lists all changes. */
    public static Request files(String... names) {
      return of(new Files(List.of(names).stream().map(VersionFile::of).toList(), false));
    }

    /** Compares the latest revision of a document with the one before, and lists all changes. */
    public static Request latest(Memory memory, String document) {
      return of(new Revisions(memory, document, 0, 0));
    }

    /** Lists all changes, with the other options at their defaults. */
    public static Request of(Subject subject) {
      return new Request(subject, VersionReading.DEFAULT, Glossaries.NONE, ChangeFilter.CHANGES, 0);
    }

    public Request with(VersionReading newReading) {
      return new Request(subject, newReading, glossaries, filter, maxWhole);
    }

    public Request with(Glossaries newGlossaries) {
      return new Request(subject, reading, newGlossaries, filter, maxWhole);
    }

    public Request with(ChangeFilter newFilter) {
      return new Request(subject, reading, glossaries, newFilter, maxWhole);
    }

    public Request withMaxWhole(int newMaxWhole) {
      return new Request(subject, reading, glossaries, filter, newMaxWhole);
    }
  }

  /**
   * @throws ballast.bitext.InputException if a version cannot be read, or they cannot be compared
   */
  public ComparedVersions compare(Request request) {
    return compare(request, terms(request.glossaries()));
  }

  GlossaryTerms terms(Glossaries glossaries) {
    return new GlossaryTerms(workplace, notices, glossaries, words);
  }

  ComparedVersions compare(Request request, GlossaryTerms terms) {
    VersionReader reader = new VersionReader(workplace, notices, request.reading(), words);
    if (request.subject() instanceof Revisions revisions) {
      return compared(
          reader.revisions(
              revisions.memory(), revisions.document(), revisions.from(), revisions.to()),
          terms,
          request.filter());
    }
    if (request.subject() instanceof ThreeRevisions three) {
      return reviewed(
          reader.revisions(three.memory(), three.document(), three.first(), three.second()),
          reader.revisions(three.memory(), three.document(), three.second(), three.third()),
          /* apart= */ false,
          request.filter());
    }
    if (request.subject() instanceof LatestAndText latest) {
      return compared(
          new NextText(reader).after(latest.memory(), latest.document(), latest.text()),
          terms,
          request.filter());
    }
    Files files = (Files) request.subject();
    int maxWhole = request.filter().unchanged() ? Integer.MAX_VALUE : request.maxWhole();
    return files.files().size() == 3
        ? reviewed(
            reader.files(files.files().get(0), files.files().get(1), Integer.MAX_VALUE),
            reader.files(files.files().get(1), files.files().get(2), Integer.MAX_VALUE),
            files.apart(),
            request.filter())
        : compared(
            reader.files(files.files().get(0), files.files().get(1), maxWhole),
            terms,
            request.filter());
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
            filter)
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

  /** A text to follow the latest revision of a document. */
  private static final class NextText {

    private final VersionReader reader;

    NextText(VersionReader reader) {
      this.reader = reader;
    }

    /**
     * @throws InputException if there is no such document, or the text is in another language
     */
    VersionReader.Versions after(Memory memory, String document, VersionFile file) {
      List<Revision> revisions = memory.revisions(document);
      int last = revisions.get(revisions.size() - 1).number();
      List<Unit> units = memory.unitsAt(document, last);
      Lang from = units.isEmpty() ? Lang.ZH_CN : units.get(0).sourceLang();
      Lang to = units.isEmpty() ? Lang.EN_US : units.get(0).targetLang();
      TextVersion text = reader.text(file);
      String name = file.name();
      if (!to.language().equals(text.lang().language())) {
        throw new InputException(
            "\"" + name + "\" is in " + text.lang() + ", the translations of the document in " + to,
            "give a new version of the translation");
      }
      return new VersionReader.Versions(
          new Name(document + " revision " + last, to.tag()),
          new Name(name, text.lang().tag()),
          new UnitVersions(new TextVersion(to, translations(units), true), text, List.of()),
          from);
    }

    private static List<TextVersion.Sentence> translations(List<Unit> units) {
      List<TextVersion.Sentence> sentences = new ArrayList<>();
      for (Unit unit : units) {
        if (!unit.target().isEmpty()) {
          sentences.add(
              new TextVersion.Sentence(
                  unit.target(), sentences.size(), BlockType.PARAGRAPH, Set.of(), /* line= */ 0));
        }
      }
      return sentences;
    }
  }
}
