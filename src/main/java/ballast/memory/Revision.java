package ballast.memory;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One revision of a document.
 *
 * @param document the document's name
 * @param number counted from 1
 * @param created when it was recorded, UTC, whole seconds
 * @param run how its alignment was made
 * @param units number of units in it
 * @param pins how many beads were set and taken away with it
 * @param absent its units that are deleted now; those of the latest revision only
 */
public record Revision(
    String document,
    int number,
    Instant created,
    Run run,
    int units,
    PinTally pins,
    AbsentUnits absent) {

  /** A revision with which no bead was set or taken away, and of which no unit is deleted. */
  public Revision(String document, int number, Instant created, Run run, int units) {
    this(document, number, created, run, units, PinTally.NONE, AbsentUnits.NONE);
  }

  /** The same without these units. */
  public Revision lacking(AbsentUnits units) {
    return new Revision(document, number, created, run, this.units, pins, units);
  }

  /**
   * How the alignment of a revision was made.
   *
   * @param author who ran it; empty when unknown
   * @param files the files that were aligned
   * @param counts the size of the alignment
   * @param toolVersion the version of Ballast that made it
   * @param settings everything that the result depends on besides the two files, as a text; equal
   *     texts mean equal settings; empty when unknown. If a later run with other settings gave the
   *     same units, the memory keeps the later settings
   */
  public record Run(
      String author, Files files, Counts counts, String toolVersion, String settings) {

    /** Whether it was made from the files with these hashes with these settings. */
    public boolean isOf(String sourceSha256, String targetSha256, String wantedSettings) {
      return !settings.isEmpty()
          && settings.equals(wantedSettings)
          && files.haveHashes(sourceSha256, targetSha256);
    }
  }

  /**
   * What a revision did to the beads that persons have set. A bead that stays set counts nowhere.
   *
   * @param set how many were set or set again
   * @param takenAway how many were taken away, or no longer fitted the texts
   */
  public record PinTally(int set, int takenAway) {

    /** No bead was set or taken away. */
    public static final PinTally NONE = new PinTally(0, 0);

    public PinTally {
      if (set < 0 || takenAway < 0) {
        throw new IllegalArgumentException("negative count: " + set + ", " + takenAway);
      }
    }
  }

  /**
   * The two files of an aligned article.
   *
   * @param source the source file
   * @param target the target file
   */
  public record Files(AlignedFile source, AlignedFile target) {

    /** Whether these are the hashes of the two files. */
    public boolean haveHashes(String sourceSha256, String targetSha256) {
      return source.sha256().equals(sourceSha256) && target.sha256().equals(targetSha256);
    }
  }

  /**
   * The size of an alignment.
   *
   * @param sourceSentences sentences of the source text, furniture and marks included
   * @param targetSentences sentences of the target text, furniture and marks included
   * @param beads beads between them, one-sided ones included
   * @param furniture sentences of both texts that are furniture
   */
  public record Counts(int sourceSentences, int targetSentences, int beads, int furniture) {

    public Counts {
      if (sourceSentences < 0 || targetSentences < 0 || beads < 0 || furniture < 0) {
        throw new IllegalArgumentException(
            "negative count: " + List.of(sourceSentences, targetSentences, beads, furniture));
      }
    }

    /** The counts of {@code alignment}. */
    public static Counts of(Alignment alignment) {
      return new Counts(
          alignment.source().size(),
          alignment.target().size(),
          alignment.beads().size(),
          furniture(alignment.source()) + furniture(alignment.target()));
    }

    private static int furniture(List<Segment> segments) {
      return (int)
          segments.stream().filter(segment -> segment.type() == BlockType.FURNITURE).count();
    }
  }

  /**
   * A file that was aligned.
   *
   * @param name its name as the user knows it, portable between machines
   * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
   */
  public record AlignedFile(String name, String sha256) {

    private static final int DIGITS = 64;

    public AlignedFile {
      if (sha256.length() != DIGITS || !sha256.chars().allMatch(AlignedFile::isHexDigit)) {
        throw new IllegalArgumentException(
            "sha256 \"" + sha256 + "\" is not 64 hexadecimal digits");
      }
    }

    /** Describes a file by its name and content. */
    public static AlignedFile of(String name, byte[] content) {
      return new AlignedFile(name, Sha256.hex(content));
    }

    private static boolean isHexDigit(int c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
  }

  /**
   * The result of recording a revision.
   *
   * @param document the document's name
   * @param revision number of the document's latest revision, counted from 1
   * @param previous number of the revision before this command; 0 when the document is new, equal
   *     to {@code revision} when nothing had changed and no revision was made
   * @param units the units of the revision
   * @param retired units of the previous revision that are not in this one
   * @param backToDraft the ids of those of the changed and revived units that had been approved or
   *     rejected and are drafts again because a text changed, in the order of the document
   * @param absent the units of the revision that are deleted
   * @param unrepresented units of documents that were deleted as duplicates of units which this
   *     command retired or gave other texts, by document
   */
  public record Summary(
      String document,
      int revision,
      int previous,
      UnitTally units,
      int retired,
      List<String> backToDraft,
      AbsentUnits absent,
      SortedMap<String, Integer> unrepresented) {

    public Summary {
      backToDraft = List.copyOf(backToDraft);
      unrepresented = Collections.unmodifiableSortedMap(new TreeMap<>(unrepresented));
    }

    /** A revision whose units are all there, and that takes no unit from another document. */
    public Summary(
        String document,
        int revision,
        int previous,
        UnitTally units,
        int retired,
        List<String> backToDraft) {
      this(
          document,
          revision,
          previous,
          units,
          retired,
          backToDraft,
          AbsentUnits.NONE,
          new TreeMap<>());
    }

    /** Whether a revision was made; false when files and units were those of the previous one. */
    public boolean isNewRevision() {
      return revision != previous;
    }
  }

  /**
   * The result of aligning a document, to be recorded as its next revision.
   *
   * @param document portable name of the document: {@code /} between folders, relative; never empty
   * @param sourceLang language of every unit's source text
   * @param targetLang language of every unit's target text
   * @param run how the alignment was made
   * @param units in document order, as {@link ballast.bitext.Alignment#units} makes them. Their
   *     ids, dates and authors are not used: the memory gives its own. Status and confidence are
   *     the initial ones; a unit that the memory knows already keeps its status, unless a pin
   *     approves it
   * @param beads its beads
   * @param deed what has been done, as the log of commands names it: {@code aligned}, {@code
   *     joined}
   * @param restores whether its units that are deleted come back, with their history and status
   */
  public record New(
      String document,
      Lang sourceLang,
      Lang targetLang,
      Run run,
      List<Unit> units,
      Beads beads,
      String deed,
      boolean restores) {

    /** What is logged if a document has been aligned. */
    private static final String ALIGNED = "aligned";

    /**
     * The beads of the document after a revision.
     *
     * @param pins all beads that persons have set, in document order. A confirmed one that was not
     *     in force before approves its unit, which has the same two texts
     * @param all the whole alignment, to be shown again as it was; empty: it is not kept
     */
    public record Beads(List<PinnedBead> pins, List<Bead> all) {
      public Beads {
        pins = List.copyOf(pins);
        all = List.copyOf(all);
      }
    }

    public New {
      units = List.copyOf(units);
      if (document.isEmpty()) {
        throw new IllegalArgumentException("document \"\" is not a name");
      }
      for (Unit unit : units) {
        if (!unit.sourceLang().equals(sourceLang) || !unit.targetLang().equals(targetLang)) {
          throw new IllegalArgumentException(
              "unit %d of \"%s\" is %s to %s, not %s to %s"
                  .formatted(
                      unit.provenance().position(),
                      document,
                      unit.sourceLang(),
                      unit.targetLang(),
                      sourceLang,
                      targetLang));
        }
      }
    }

    /** A document that has been aligned. */
    public New(
        String document, Lang sourceLang, Lang targetLang, Run run, List<Unit> units, Beads beads) {
      this(document, sourceLang, targetLang, run, units, beads, ALIGNED, /* restores= */ false);
    }

    /** A revision of which the beads are not kept, of a document in which nobody has set one. */
    public New(String document, Lang sourceLang, Lang targetLang, Run run, List<Unit> units) {
      this(document, sourceLang, targetLang, run, units, new Beads(List.of(), List.of()));
    }

    /** The same with other beads that persons have set. */
    public New withPins(List<PinnedBead> pins) {
      Beads all = new Beads(pins, beads.all());
      return new New(document, sourceLang, targetLang, run, units, all, deed, restores);
    }

    /** The same, with {@code restores}. */
    public New restoring(boolean wanted) {
      return new New(document, sourceLang, targetLang, run, units, beads, deed, wanted);
    }

    /** All beads that persons have set. */
    public List<PinnedBead> pins() {
      return beads.pins();
    }
  }

  /**
   * The units of a revision by their relation to the units that the memory had; each is counted
   * once.
   *
   * @param added units that were not in the memory
   * @param changed units of the previous revision with another source, target or inline code
   * @param unchanged units of the previous revision with the same texts, in the same order
   * @param moved units of the previous revision with the same texts in another order
   * @param revived units that had been retired or deleted and are there again
   */
  public record UnitTally(int added, int changed, int unchanged, int moved, int revived) {

    /** Units in the revision. */
    public int total() {
      return added + changed + unchanged + moved + revived;
    }
  }
}
