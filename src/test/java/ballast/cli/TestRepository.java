package ballast.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.project.Git;
import ballast.bitext.InputException;
import java.nio.file.Path;

/** A git repository for a test; without git the test is skipped. */
public final class TestRepository {

  private TestRepository() {}

  public static Git init(Path directory) {
    Git git = new Git(directory);
    try {
      git.require("init", "-q");
    } catch (InputException e) {
      assumeTrue(false, "no git on the PATH");
    }
    git.require("config", "user.email", "mei@example.org");
    git.require("config", "user.name", "Mei");
    return git;
  }

  public static void commit(Git git, String message) {
    git.require("add", "-A");
    git.require("commit", "-q", "-m", message);
  }

  public static String tmx(String... texts) {
    StringBuilder units = new StringBuilder("<tmx version=\"1.4\"><header/><body>\n");
    for (int i = 0; i < texts.length; i += 2) {
      units.append("<tu><tuv xml:lang=\"zh-CN\"><seg>").append(texts[i]);
      units.append("</seg></tuv><tuv xml:lang=\"en-US\"><seg>").append(texts[i + 1]);
      units.append("</seg></tuv></tu>\n");
    }
    return units.append("</body></tmx>\n").toString();
  }
}
