package ballast.cli;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.interchange.TmxWriter;
import ballast.report.AlignedText;
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
  private @Nullable TmxWriter tmx;
  private long items;
  private int leftOut;

  /**
   * @param units makes the units of a document for TMX; null: they come from the memory at the end
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
    return output.format() != AlignmentFormat.TMX || units != null;
  }

  /** Takes one document. */
  void add(AlignedText text) throws IOException {
    if (output.format() == AlignmentFormat.TMX) {
      if (units != null) {
        for (Unit unit : units.apply(text)) {
          write(tmx(new Lang(text.source().language())), unit);
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
    if (output.format() == AlignmentFormat.TMX) {
      TmxWriter writer = tmx(memory.sourceLang());
      if (units == null) {
        forEachUnit(memory, writer);
      }
      writer.finish();
      writer
          .unitsWithReplacedCharacters()
          .forEach(unit -> output.warnings().accept(TmExportCommand.replacedCharacters(unit)));
    }
    stream.flush();
  }

  /** For example {@code 146 units}. */
  String content() {
    return items + (output.format() == AlignmentFormat.TMX ? " units" : " beads");
  }

  /** How many doubtful units are not in the data. */
  int leftOut() {
    return leftOut;
  }

  private void forEachUnit(BatchMemory memory, TmxWriter writer) throws IOException {
    try {
      memory.forEachUnit(
          unit -> {
            try {
              write(writer, unit);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(TmxWriter writer, Unit unit) throws IOException {
    if (output.doubtful().isExported(unit)) {
      writer.write(unit);
      items++;
    } else {
      writer.leaveOut(unit);
      leftOut++;
    }
  }

  private TmxWriter tmx(@Nullable Lang source) throws IOException {
    TmxWriter writer = tmx;
    if (writer == null) {
      writer = new TmxWriter(stream, source);
      tmx = writer;
    }
    return writer;
  }
}
