package ballast.cli.align;

import ballast.bitext.InputException;
import ballast.format.file.OutputFile;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.BatchMemory;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The data of many documents: a file that appears whole at the end, standard output, both or
 * neither.
 */
public final class BatchOutput implements AutoCloseable {

  /**
   * A file under its temporary name.
   *
   * @param name its own name, as the user gave it
   * @param file where the bytes go
   * @param sink writes them
   */
  record Target(String name, OutputFile file, AlignmentSink sink) {}

  private final @Nullable Target file;
  private final @Nullable AlignmentSink console;
  private int documents;

  BatchOutput(@Nullable Target file, @Nullable AlignmentSink console) {
    this.file = file;
    this.console = console;
  }

  /** Whether documents that are in the memory must be aligned too. */
  public boolean needsBeads() {
    return (file != null && file.sink().needsBeads()) || (console != null && console.needsBeads());
  }

  /** Takes one document, in the order of the list. */
  public void add(AlignedText text) {
    if (file != null) {
      try {
        file.sink().add(text);
      } catch (IOException e) {
        throw OutputFile.cannotWrite(Path.of(file.name()), e);
      }
    }
    if (console != null) {
      try {
        console.add(text);
      } catch (IOException e) {
        throw cannotPrint(e);
      }
    }
  }

  /** Counts a document, whether it was given to {@link #add} or comes from the memory. */
  public void count() {
    documents++;
  }

  /**
   * Writes the rest and gives the file its name, unless there was no document.
   *
   * @return what to tell the user; empty when there is no file
   */
  String finish(BatchMemory memory) {
    if (documents == 0) {
      return file == null ? "" : "nothing was written to " + file.name() + ": no pair was aligned";
    }
    if (console != null) {
      try {
        console.finish(memory);
      } catch (IOException e) {
        throw cannotPrint(e);
      }
    }
    if (file == null) {
      return "";
    }
    try {
      file.sink().finish(memory);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(Path.of(file.name()), e);
    }
    file.file().finish();
    file.file().publish();
    return "wrote    %s: %s of %d %s"
        .formatted(
            file.name(),
            file.sink().content(),
            documents,
            documents == 1 ? "document" : "documents");
  }

  /** How many doubtful units were left out of what {@link #finish} has written. */
  int leftOut() {
    return (file == null ? 0 : file.sink().leftOut()) + (console == null ? 0 : console.leftOut());
  }

  /** Without {@link #finish}, nothing is left of the file. */
  @Override
  public void close() {
    if (file != null) {
      file.file().close();
    }
  }

  private static InputException cannotPrint(IOException e) {
    return new InputException("cannot write to standard output: " + e.getMessage(), "", e);
  }
}
