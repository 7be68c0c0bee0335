package ballast.memory;

import ballast.bitext.Alignment;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.bitext.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text of a document, and what became of its units.
 *
 * @param number counted from 1; grows when the text of a side changes
 * @param step counts what was done to the units since the text came, from 0
 * @param command number of the command with which the text came
 * @param created when the text came, UTC, whole seconds
 * @param pins numbers of beads set and removed since the text came
 * @param absent its units that are deleted now; empty for all but the latest revision
 */
public record Revision(
    String document,
    int number,
    int step,
    long command,
    Instant created,
    Run run,
    int units,
    PinTally pins,
    AbsentUnits absent) {

  public Revision lacking(AbsentUnits units) {
    return new Revision(document, number, step, command, created, run, this.units, pins, units);
  }

  /**
   * @param author empty when unknown
   * @param settings everything besides the two files that the result depends on, as a text. Equal
   *     texts mean equal settings; empty when unknown. If a later run with other settings gave the
   *     same units, the memory keeps the later settings
   */
  public record Run(
      String author, Files files, Counts counts, String toolVersion, String settings) {

    public boolean isOf(String sourceSha256, String targetSha256, String wantedSettings) {
      return !settings.isEmpty()
          && settings.equals(wantedSettings)
          && files.haveHashes(sourceSha256, targetSha256);
    }
  }

  /**
   * Changes to the pinned beads. A bead that stays set does not count.
   *
   * @param takenAway beads removed, or no longer fitting the texts
   */
  public record PinTally(int set, int takenAway) {

    public PinTally {
      if (set < 0 || takenAway < 0) {
        throw new IllegalArgumentException("negative count: " + set + ", " + takenAway);
      }
    }
  }

  public record Files(AlignedFile source, AlignedFile target) {

    /** Whether the document is being translated: its translation has a name, and no file yet. */
    public boolean areInWork() {
      return target.sha256().equals(AlignedFile.NO_BYTES);
    }

    public boolean haveHashes(String sourceSha256, String targetSha256) {
      return source.sha256().equals(sourceSha256) && target.sha256().equals(targetSha256);
    }
  }

  /**
   * Two files that a document was aligned from.
   *
   * @param latest number of the document's latest revision
   */
  public record Origin(String document, int latest, String source, String target) {}

  /**
   * The size of an alignment. Sentences include furniture and marks, beads include one-sided ones.
   *
   * @param furniture number of furniture sentences of both texts
   */
  public record Counts(int sourceSentences, int targetSentences, int beads, int furniture) {

    public Counts {
      if (sourceSentences < 0 || targetSentences < 0 || beads < 0 || furniture < 0) {
        throw new IllegalArgumentException(
            "negative count: " + List.of(sourceSentences, targetSentences, beads, furniture));
      }
    }

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
   * @param name its name as the user knows it, portable between machines
   * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
   */
  public record AlignedFile(String name, String sha256) {

    private static final int DIGITS = 64;

    private static final String NO_BYTES = Sha256.hex(new byte[0]);

    public AlignedFile {
      if (sha256.length() != DIGITS || !sha256.chars().allMatch(AlignedFile::isHexDigit)) {
        throw new IllegalArgumentException(
            "sha256 \"" + sha256 + "\" is not 64 hexadecimal digits");
      }
    }

    public static AlignedFile of(String name, byte[] content) {
      return new AlignedFile(name, Sha256.hex(content));
    }

    /** A file that is to be written. */
    public static AlignedFile planned(String name) {
      return new AlignedFile(name, NO_BYTES);
    }

    private static boolean isHexDigit(int c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
  }

  /**
   * @param revision number of the document's latest revision, counted from 1
   * @param previous number of the revision before this command; 0 if the document is new
   * @param isChanged whether the text, a unit or a pin has changed
   * @param backToDraft ids of the changed and revived units that had been approved or rejected and
   *     became drafts because a text changed, in document order
   * @param absent the units of the revision that are deleted
   * @param unrepresented units of documents that were deleted as duplicates of units that this
   *     command retired or gave other texts, by document
   */
  public record Summary(
      String document,
      int revision,
      int previous,
      boolean isChanged,
      UnitTally units,
      int retired,
      List<String> backToDraft,
      AbsentUnits absent,
      SortedMap<String, Integer> unrepresented) {

    public Summary {
      backToDraft = List.copyOf(backToDraft);
      unrepresented = Collections.unmodifiableSortedMap(new TreeMap<>(unrepresented));
    }

    /** Whether the text of an earlier revision was replaced. */
    public boolean isNewText() {
      return previous > 0 && revision != previous;
    }
  }

  /**
   * The units of a revision by their relation to the memory's earlier units; each is counted once.
   *
   * @param added units that were not in the memory
   * @param changed units of the previous revision with another source, target or inline code
   * @param unchanged units of the previous revision with the same texts, in the same order
   * @param moved units of the previous revision with the same texts in another order
   * @param revived retired or deleted units that are there again
   */
  public record UnitTally(int added, int changed, int unchanged, int moved, int revived) {

    public int total() {
      return added + changed + unchanged + moved + revived;
    }
  }
}
