package ballast.app.align;

import ballast.align.Counterparts;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.format.article.ReadText;
import ballast.memory.Revision;
import java.util.List;

/** An aligned document and how its files were read, as shown by {@code ballast align}. */
public record AlignedText(String document, TextInfo source, TextInfo target, Alignment alignment) {

  /**
   * A file that was read.
   *
   * @param file its name as the user gave it
   * @param language BCP 47 tag
   */
  public record TextInfo(String file, String language, String encoding) {

    static TextInfo of(String file, ReadText text) {
      return new TextInfo(file, text.document().lang().tag(), text.encoding().charset().name());
    }
  }

  public Counterparts counterparts() {
    return Counterparts.of(alignment);
  }

  /**
   * Whether the two texts look unrelated. Always false unless the languages are Chinese and
   * English, because the aligner knows too little about others.
   */
  public boolean looksUnrelated() {
    Lang from = new Lang(source.language());
    Lang to = new Lang(target.language());
    boolean known = (from.isChinese() && to.isEnglish()) || (from.isEnglish() && to.isChinese());
    return known && counterparts().areTooFew();
  }

  public String unrelatedReason() {
    return "the texts do not look like translations of each other: " + counterparts();
  }

  public List<String> sourceSentences(Bead bead) {
    return texts(bead.source().of(alignment.source()));
  }

  public List<String> targetSentences(Bead bead) {
    return texts(bead.target().of(alignment.target()));
  }

  /** Returns the type of the bead's first block, on its source side if there is one. */
  public BlockType type(Bead bead) {
    List<Segment> side =
        bead.source().isEmpty()
            ? bead.target().of(alignment.target())
            : bead.source().of(alignment.source());
    return side.get(0).type();
  }

  private static List<String> texts(List<Segment> segments) {
    return segments.stream().map(Segment::text).toList();
  }

  /**
   * Counts of an alignment.
   *
   * @param doubtful beads to look at, without the one-sided ones
   * @param oneSided beads with sentences on one side only, without page clutter
   * @param units beads that can be units
   */
  public record Statistics(Revision.Counts counts, int doubtful, int oneSided, int units) {}

  public Statistics statistics() {
    int doubtful = 0;
    int oneSided = 0;
    int units = 0;
    for (Bead bead : alignment.beads()) {
      if (!bead.isOneSided()) {
        doubtful += bead.isDoubtful() ? 1 : 0;
        units += alignment.isUnit(bead) ? 1 : 0;
      } else if (hasContent(bead.source().of(alignment.source()))
          || hasContent(bead.target().of(alignment.target()))) {
        oneSided++;
      }
    }
    return new Statistics(Revision.Counts.of(alignment), doubtful, oneSided, units);
  }

  private static boolean hasContent(List<Segment> segments) {
    return segments.stream().anyMatch(segment -> segment.type().isContent());
  }
}
