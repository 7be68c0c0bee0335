package ballast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A test with a folder of its own, in which it writes and reads texts. */
public abstract class FolderTest {

  @TempDir protected Path folder;

  protected final void write(String name, CharSequence text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  protected final String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
