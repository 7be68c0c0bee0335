package ballast.app.align;

import ballast.align.Counterparts;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.LooseText;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.format.article.ReadText;
import ballast.format.article.WaiverNote;
import ballast.memory.Revision;
import java.util.ArrayList;
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

  /**
   * Finds the texts that are in no unit: the unmatched sentences, without page clutter and code,
   * and the waivers in both files.
   */
  public List<LooseText> looseTexts(ReadText read, ReadText translated) {
    List<LooseText> found = new ArrayList<>();
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      if (alignment.isUnmatched(bead)) {
        String words = alignment.sourceText(bead) + alignment.targetText(bead);
        int kind = bead.target().isEmpty() ? LooseText.SOURCE : LooseText.TARGET;
        found.add(looseText(i + 1, kind, words, Location.UNKNOWN));
      }
    }
    int kind = LooseText.WAIVER;
    for (Side side : Side.values()) {
      List<Segment> sentences = side == Side.SOURCE ? alignment.source() : alignment.target();
      int next = 0;
      for (WaiverNote note : (side == Side.SOURCE ? read : translated).waivers()) {
        while (next < sentences.size() && !isAfter(sentences.get(next), note.end())) {
          next++;
        }
        for (int bead : waived(side, sentences, next)) {
          found.add(looseText(bead, kind, note.text(), note.where()));
        }
        kind++;
      }
    }
    return found;
  }

  private LooseText looseText(int bead, int kind, String words, Location where) {
    Lang from = new Lang(source.language());
    Lang to = new Lang(target.language());
    return new LooseText(document, from, to, bead, kind, words, where);
  }

  /**
   * The numbers of the beads that a waiver applies to: those of the next sentence after it and of
   * the rest of its block; 0 if none of them is checked.
   */
  private List<Integer> waived(Side side, List<Segment> sentences, int first) {
    int end = first;
    while (end < sentences.size()
        && sentences.get(end).blockIndex() == sentences.get(first).blockIndex()) {
      end++;
    }
    List<Integer> beads = new ArrayList<>();
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      Range range = side == Side.SOURCE ? bead.source() : bead.target();
      // The empty range of an unmatched sentence may also be inside the block.
      if (first < range.end() && range.start() < end && isChecked(bead)) {
        beads.add(i + 1);
      }
    }
    return beads.isEmpty() ? List.of(0) : beads;
  }

  /** Whether a bead is a unit, or a source sentence without a translation. */
  public boolean isChecked(Bead bead) {
    return alignment.isUnit(bead) || (alignment.isUnmatched(bead) && bead.target().isEmpty());
  }

  private static boolean isAfter(Segment segment, Location end) {
    Location start = segment.location();
    return segment.type().isContent()
        && (start.line() > end.line()
            || (start.line() == end.line() && start.column() >= end.column()));
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
      } else if (alignment.isUnmatched(bead)) {
        oneSided++;
      }
    }
    return new Statistics(Revision.Counts.of(alignment), doubtful, oneSided, units);
  }
}
