package ballast.cli.align;

import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.RecordedUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of {@code ballast align}: a file that appears complete at the end, another writer,
 * both or neither.
 */
final class BatchOutput implements AlignmentSink, AutoCloseable {

  /**
   * A file under its temporary name.
   *
   * @param name its own name, as the user gave it
   * @param file where the bytes go
   * @param writer writes them
   */
  record Target(String name, OutputFile file, AlignmentWriter writer) {}

  private final @Nullable Target file;
  private final AlignmentSink shown;

  /**
   * @param file null if there is none
   * @param shown the writer for the data that is shown in addition
   */
  BatchOutput(@Nullable Target file, AlignmentSink shown) {
    this.file = file;
    this.shown = shown;
  }

  @Override
  public boolean needsBeads() {
    return (file != null && file.writer().needsBeads()) || shown.needsBeads();
  }

  @Override
  public void add(AlignedText text, List<Unit> units) {
    if (file != null) {
      file.writer().add(text, units);
    }
    shown.add(text, units);
  }

  @Override
  public void finish(RecordedUnits units) {
    shown.finish(units);
    if (file != null) {
      file.writer().finish(units);
      file.file().finish();
    }
  }

  @Override
  public void publish() {
    if (file != null) {
      file.file().publish();
    }
  }

  /** The file's name, as the user gave it; empty when there is none. */
  String file() {
    return file == null ? "" : file.name();
  }

  /** The contents of the file, for example {@code 146 units}. */
  String content() {
    return file == null ? "" : file.writer().content();
  }

  /** How many doubtful units were left out of the written data. */
  int leftOut() {
    return (file == null ? 0 : file.writer().leftOut())
        + (shown instanceof AlignmentWriter writer ? writer.leftOut() : 0);
  }

  /** Removes a file that was not published. */
  @Override
  public void close() {
    if (file != null) {
      file.file().close();
    }
  }
}
