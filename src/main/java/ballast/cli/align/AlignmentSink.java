package ballast.cli.align;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.BatchMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One place that gets the data of many documents. Every form but HTML, whose title counts the
 * documents, and a review, which orders the beads of all, is written as they come, so that its use
 * of memory does not grow with their number.
 */
final class AlignmentSink {

  private final AlignmentOutput output;
  private final OutputStream stream;
  private final @Nullable Function<AlignedText, List<Unit>> units;
  private final List<AlignedText> kept = new ArrayList<>();
  private @Nullable UnitSink sink;
  private long items;
  private int leftOut;

  /**
   * @param units makes the units of a document; null: they come from the memory at the end
   */
  AlignmentSink(
      AlignmentOutput output,
      OutputStream stream,
      @Nullable Function<AlignedText, List<Unit>> units) {
    this.output = output;
    this.stream = stream;
    this.units = units;
  }

  /** Whether it must be given the documents themselves. */
  boolean needsBeads() {
    return !output.format().hasUnits() || units != null;
  }

  /** Takes one document. */
  void add(AlignedText text) throws IOException {
    if (output.format().hasUnits()) {
      if (units != null) {
        for (Unit unit : units.apply(text)) {
          write(unit, unit.sourceLang());
        }
      }
      return;
    }
    items += text.alignment().beads().size();
    if (output.needsAll()) {
      kept.add(text);
    } else {
      output.write(stream, List.of(text), List.of());
    }
  }

  /** Writes what could not be written before all documents were there. */
  void finish(BatchMemory memory) throws IOException {
    if (!kept.isEmpty()) {
      output.write(stream, kept, List.of());
    }
    if (output.format().hasUnits()) {
      Lang source = memory.sourceLang();
      if (units == null) {
        forEachUnit(memory, source);
      }
      UnitSink written = sink == null ? output.units(stream, source, Lang.ZH_CN, Lang.EN_US) : sink;
      written.finish().forEach(output.warnings());
    }
    stream.flush();
  }

  /** For example {@code 146 units}. */
  String content() {
    return items + (output.format().hasUnits() ? " units" : " beads");
  }

  /** How many doubtful units are not in the data. */
  int leftOut() {
    return leftOut;
  }

  private void forEachUnit(BatchMemory memory, @Nullable Lang source) throws IOException {
    try {
      memory.forEachUnit(
          unit -> {
            try {
              write(unit, source);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes a unit, or passes over it.
   *
   * @param source language of all source texts; null where there are several
   */
  private void write(Unit unit, @Nullable Lang source) throws IOException {
    UnitSink into = sink;
    if (into == null) {
      into = output.units(stream, source, unit.sourceLang(), unit.targetLang());
      sink = into;
    }
    if (output.doubtful().isExported(unit)) {
      into.write(unit);
      items++;
    } else {
      into.leaveOut(unit);
      leftOut++;
    }
  }
}
