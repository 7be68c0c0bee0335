package ballast.workflow.align;

import ballast.bitext.Unit;
import java.util.ArrayList;
import java.util.List;

/** Keeps aligned articles and their units in memory. */
public final class Collected implements AlignmentSink {

  private final List<AlignedText> texts = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();

  @Override
  public Needs needs() {
    return Needs.BEADS;
  }

  @Override
  public void add(AlignedText text, List<Unit> unnamed) {
    texts.add(text);
    units.addAll(unnamed);
  }

  @Override
  public void finish(RecordedUnits recorded) {
    recorded.forEach(units::add);
  }

  /** The articles, in the order of the request. */
  public List<AlignedText> texts() {
    return List.copyOf(texts);
  }

  /** Their units, with ids where a memory has given them. */
  public List<Unit> units() {
    return List.copyOf(units);
  }
}
