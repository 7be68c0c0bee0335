package ballast.workflow.corpus;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import ballast.workflow.Notices;
import ballast.workflow.exchange.ExportSink;
import ballast.workflow.exchange.UnitForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes each shard as a file, which appears when it is complete. */
final class ShardFiles implements UnitStream.Receiver, AutoCloseable {

  private final Path folder;
  private final UnitForm form;
  private final UnitLanguages languages;
  private final boolean withDoubtful;
  private final Notices notices;
  private @Nullable Open open;
  private final List<ExportedFiles.OneFile> files = new ArrayList<>();
  private long doubtful;
  private long otherLanguages;

  /** The file that is being written. */
  private record Open(OutputFile file, Path path, ExportSink sink) {}

  /**
   * @param folder in which the files do not exist yet
   * @param languages of the units; a form that holds one pair of languages gets that from zh-CN
   *     into en-US where nothing else is said
   * @param withDoubtful whether units that the aligner doubts are written too
   * @param notices is warned of what the form cannot hold
   */
  ShardFiles(
      Path folder, UnitForm form, UnitLanguages languages, boolean withDoubtful, Notices notices) {
    this.folder = folder;
    this.form = form;
    this.languages = languages;
    this.withDoubtful = withDoubtful;
    this.notices = notices;
  }

  @Override
  public void begin(@Nullable Lang source) {
    publish();
    String extension = form.format().extension() + (form.packed() ? ".gz" : "");
    Path path = folder.resolve(String.format(Locale.ROOT, "%06d.%s", files.size(), extension));
    OutputFile file = OutputFile.create(path, /* replace= */ false);
    try {
      open =
          new Open(
              file,
              path,
              new ExportSink(
                  form.begin(
                      file.stream(),
                      source,
                      languages.from() == null ? Lang.ZH_CN : languages.from(),
                      languages.to() == null ? Lang.EN_US : languages.to()),
                  withDoubtful));
    } catch (IOException e) {
      file.close();
      throw OutputFile.cannotWrite(path, e);
    }
  }

  @Override
  public void take(Unit unit) {
    Open to = open;
    if (to == null) {
      throw new IllegalStateException("a unit before its shard");
    }
    try {
      to.sink().write(unit);
    } catch (IOException e) {
      throw OutputFile.cannotWrite(to.path(), e);
    }
  }

  private void publish() {
    Open done = open;
    if (done == null) {
      return;
    }
    try {
      String name = fileName(done.path());
      done.sink().finish().forEach(warning -> notices.warn(name + ": " + warning));
    } catch (IOException e) {
      throw OutputFile.cannotWrite(done.path(), e);
    }
    done.file().finish();
    done.file().publish();
    done.file().close();
    open = null;
    files.add(new ExportedFiles.OneFile(fileName(done.path()), done.sink().written()));
    doubtful += done.sink().doubtful();
    otherLanguages += done.sink().otherLanguages();
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Ends the last file, and gives the counts of all. */
  ExportedFiles finish() {
    publish();
    return new ExportedFiles(files, doubtful, otherLanguages);
  }

  /** Removes the file that is not complete, if there is one. */
  @Override
  public void close() {
    if (open != null) {
      open.file().close();
    }
  }
}
