package ballast.workflow.align;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A file that appears, complete, when everything has succeeded: it keeps its temporary name until
 * the memory has recorded what is in it. {@link UnitFileSink} shows its use.
 *
 * @param file still open; its creator closes it, which removes it if it was not published
 * @param name its name in messages, as the user gave it
 * @param contents writes to the stream of {@code file}
 */
public record OutputFileSink(OutputFile file, String name, AlignmentSink contents)
    implements AlignmentSink {

  @Override
  public Needs needs() {
    return contents.needs();
  }

  /**
   * {@inheritDoc}
   *
   * @throws InputException if the file cannot be written
   */
  @Override
  public void add(AlignedText text, List<Unit> units) {
    try {
      contents.add(text, units);
    } catch (UncheckedIOException e) {
      throw failure(e);
    }
  }

  /** Forces the file to disk. */
  @Override
  public void finish(RecordedUnits units) {
    try {
      contents.finish(units);
    } catch (UncheckedIOException e) {
      throw failure(e);
    }
    file.finish();
  }

  @Override
  public void publish() {
    file.publish();
  }

  private InputException failure(UncheckedIOException e) {
    return OutputFile.cannotWrite(Path.of(name), Objects.requireNonNull(e.getCause()));
  }
}
