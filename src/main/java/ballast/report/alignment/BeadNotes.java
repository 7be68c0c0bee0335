package ballast.report.alignment;

import ballast.bitext.Side;
import ballast.bitext.Span;
import java.util.List;

/** What a page says of the beads of a document besides the aligner's judgement. */
public interface BeadNotes {

  /** Nothing. */
  BeadNotes NONE =
      new BeadNotes() {
        @Override
        public String state(int bead) {
          return "";
        }

        @Override
        public String label(int bead) {
          return "";
        }

        @Override
        public List<Span> terms(int bead, Side side) {
          return List.of();
        }
      };

  /** The state of a bead that a person has found right. */
  String CONFIRMED = "confirmed";

  /** The state of a bead that a person has made, for example by merging two. */
  String SET = "set";

  /** {@link #CONFIRMED}, {@link #SET}, or empty: the aligner has placed it. */
  String state(int bead);

  /** The same in words; empty if nothing. */
  String label(int bead);

  /** Where terms stand in the joined text of a side, in order. */
  List<Span> terms(int bead, Side side);
}
