package ballast.format.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ArticleFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts documents of older formats with the LibreOffice of this computer. It runs without a
 * window, with a profile of its own that forbids macros, links and the network, in a folder that is
 * deleted afterwards.
 */
final class LibreOffice {

  /** The environment variable that names the program. */
  private static final String VARIABLE = "BALLAST_SOFFICE";

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Maximum length of a quoted message, in code points. */
  private static final int MAX_MESSAGE = 200;

  private static final String SETTING =
      "<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\""
          + " oor:op=\"fuse\"><value>%s</value></prop></item>";

  /** Path, name and value of each setting of the profile. */
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
          List.of("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
          List.of("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
          List.of("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
          List.of("Office.Writer/Content/Update", "Link", "0"),
          List.of("Office.Calc/Content/Update", "Link", "2"),
          List.of("Inet/Settings", "ooInetProxyType", "2"),
          List.of("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
          List.of("Inet/Settings", "ooInetHTTPProxyPort", "9"),
          List.of("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
          List.of("Inet/Settings", "ooInetHTTPSProxyPort", "9"));

  private final Map<String, String> environment;
  private final Duration limit;

  LibreOffice() {
    this(System.getenv(), LIMIT);
  }

  LibreOffice(Map<String, String> environment, Duration limit) {
    this.environment = environment;
    this.limit = limit;
  }

  /**
   * Returns the document in the format into which its own is converted.
   *
   * @throws InputException if there is no LibreOffice, or it cannot convert the document
   */
  byte[] convert(ArticleFormat format, byte[] bytes, String name) {
    String extension = format.readAs().orElseThrow().extension();
    File program = program(format, name);
    try {
      Path folder = Files.createTempDirectory("ballast-office-");
      try {
        Path original = Files.write(folder.resolve("document." + format.extension()), bytes);
        writeSettings(folder);
        String said = run(program, folder, original, extension, name);
        Path result = folder.resolve("out").resolve("document." + extension);
        if (!Files.isRegularFile(result)) {
          throw failed(name, "LibreOffice (" + program + ") cannot convert it" + said, null);
        }
        return ArticleBytes.of(result, name);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw failed(name, "cannot run LibreOffice (" + program + "): " + e.getMessage(), e);
    }
  }

  private static void writeSettings(Path folder) throws IOException {
    String settings =
        SETTINGS.stream().map(s -> SETTING.formatted(s.toArray())).collect(Collectors.joining());
    Path user = Files.createDirectories(folder.resolve("profile/user"));
    Files.writeString(
        user.resolve("registrymodifications.xcu"),
        "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">" + settings + "</oor:items>",
        UTF_8);
  }

  /** Returns its last message, after a colon; empty if it said nothing. */
  private String run(File program, Path folder, Path original, String extension, String name)
      throws IOException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                extension,
                "--outdir",
                folder.resolve("out").toString(),
                original.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        String why =
            "LibreOffice (%s) took more than %d seconds".formatted(program, limit.toSeconds());
        throw failed(name, why, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while LibreOffice was running", e);
    } finally {
      end(process);
    }
    List<String> lines = new String(Files.readAllBytes(log), UTF_8).strip().lines().toList();
    return lines.isEmpty() ? "" : ": " + Excerpt.of(lines.get(lines.size() - 1), MAX_MESSAGE);
  }

  /** Ends the program, which is a script, and those that it started. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static InputException failed(String name, String why, @Nullable Throwable cause) {
    return new InputException(
        "cannot read \"" + name + "\": " + why,
        "open it in its own program without a password, save it as .docx, .xlsx or .pptx and give"
            + " that file",
        cause);
  }

  private File program(ArticleFormat format, String name) {
    String named = environment.getOrDefault(VARIABLE, "");
    String why = VARIABLE + " names no program: \"" + named + "\"";
    return (named.isEmpty() ? places() : Stream.of(new File(named)))
        .filter(place -> place.isFile() && place.canExecute())
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    ("cannot read \"" + name + "\": it is " + format.title() + ", and ")
                        + (named.isEmpty() ? "there is no LibreOffice here to convert it" : why),
                    "install LibreOffice, or name its program soffice in %s; or save the file as .%s"
                        .formatted(VARIABLE, format.readAs().orElseThrow().extension())));
  }

  /** The folders of PATH, apart from relative ones, then where installers put the program. */
  private Stream<File> places() {
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    String windows = environment.getOrDefault("ProgramFiles", "") + "/LibreOffice/program";
    String mac = "/Applications/LibreOffice.app/Contents/MacOS";
    String folders = String.join(File.pathSeparator, path, windows, mac);
    // On Windows the first one is for consoles: it waits for its end.
    List<String> programs = List.of("soffice.com", "soffice.exe", "soffice", "libreoffice");
    return Arrays.stream(folders.split(File.pathSeparator))
        .map(File::new)
        .filter(File::isAbsolute)
        .flatMap(folder -> programs.stream().map(program -> new File(folder, program)));
  }
}
