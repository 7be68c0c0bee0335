package ballast.cli.align;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.UnitSink;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.RecordedUnits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes articles to one file or stream, in one form. HTML, whose title counts the documents, and a
 * review, which sorts the beads of all documents, are written at the end; every other form is
 * written article by article, so that the use of memory does not grow with their number.
 */
final class AlignmentWriter implements AlignmentSink {

  private final AlignmentOutput output;
  private final OutputStream stream;
  private final boolean isRecorded;
  private final Function<IOException, InputException> failure;
  private final List<AlignedText> kept = new ArrayList<>();
  private @Nullable AlignedText first;
  private @Nullable UnitSink sink;
  private long items;
  private int leftOut;

  /**
   * @param isRecorded whether a memory records the articles and provides their units at the end
   * @param failure makes the exception for a failed write
   */
  AlignmentWriter(
      AlignmentOutput output,
      OutputStream stream,
      boolean isRecorded,
      Function<IOException, InputException> failure) {
    this.output = output;
    this.stream = stream;
    this.isRecorded = isRecorded;
    this.failure = failure;
  }

  @Override
  public boolean needsBeads() {
    return !output.format().hasUnits() || !isRecorded;
  }

  @Override
  public void add(AlignedText text, List<Unit> units) {
    first = first == null ? text : first;
    try {
      if (output.format().hasUnits()) {
        for (Unit unit : units) {
          write(unit, unit.sourceLang());
        }
        return;
      }
      items += text.alignment().beads().size();
      if (output.needsAll()) {
        kept.add(text);
      } else {
        output.write(stream, List.of(text));
      }
    } catch (IOException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public void finish(RecordedUnits recorded) {
    try {
      if (!kept.isEmpty()) {
        output.write(stream, kept);
      }
      if (output.format().hasUnits()) {
        Lang source = recorded.sourceLang();
        recorded.forEach(unit -> writeUnchecked(unit, source));
        (sink == null ? empty(source) : sink).finish().forEach(output.warnings());
      }
      stream.flush();
    } catch (UncheckedIOException e) {
      throw failure.apply(e.getCause());
    } catch (IOException e) {
      throw failure.apply(e);
    }
  }

  /** For example {@code 146 units}. */
  String content() {
    return items + (output.format().hasUnits() ? " units" : " beads");
  }

  /** How many doubtful units are not in the data. */
  int leftOut() {
    return leftOut;
  }

  /** A file without units still needs its languages. */
  private UnitSink empty(@Nullable Lang source) throws IOException {
    if (first == null) {
      return output.units(stream, source, Lang.ZH_CN, Lang.EN_US);
    }
    Lang from = lang(first.source());
    return output.units(stream, source == null ? from : source, from, lang(first.target()));
  }

  private static Lang lang(AlignedText.TextInfo text) {
    return new Lang(text.language());
  }

  private void writeUnchecked(Unit unit, @Nullable Lang source) {
    try {
      write(unit, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a unit, or leaves it out.
   *
   * @param source language of all source texts; null if there are several
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
