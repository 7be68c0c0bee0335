package ballast.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A memory with a row in every table: documents, revisions, imported units, edits, an index. */
final class SmallMemory {

  private static final String CHINESE = "港口有雾。\n12艘船在等。\n12艘船在等。\n灯亮了。\n";
  private static final String ENGLISH =
      "There is fog in the harbour.\n12 ships wait.\n12 Ships wait.\nA light.\n";

  private SmallMemory() {}

  /** Makes one in a folder and gives its file; the folder has {@code more.tsv} to import, too. */
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("tm"));
    Files.writeString(folder.resolve("a.zh.txt"), CHINESE, UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), ENGLISH, UTF_8);
    Files.writeString(folder.resolve("more.tsv"), "他们付了5元。\tThey paid 5 yuan.\n", UTF_8);
    Files.writeString(folder.resolve("units.tmx"), tmx(), UTF_8);
    CommandRunner runner = new CommandRunner(folder);
    runner.run("align", "a.zh.txt", "a.en.txt", "--presegmented", "--document", "a");
    runner.run("tm", "import", "units.tmx");
    Files.writeString(folder.resolve("a.en.txt"), ENGLISH.replace("fog", "a fog"), UTF_8);
    runner.run("align", "a.zh.txt", "a.en.txt", "--presegmented", "--document", "a");
    runner.run("tm", "replace", "harbour", "port");
    runner.run("tm", "reject", "--contains", "light");
    return folder.resolve("tm/memory.db");
  }

  /** Puts other bytes in the place of a memory, and takes away what SQLite keeps beside it. */
  static void replace(Path memory, byte[] content) throws IOException {
    for (String rest : List.of("-wal", "-shm", "-journal")) {
      Files.deleteIfExists(memory.resolveSibling(memory.getFileName() + rest));
    }
    Files.write(memory, content);
  }

  private static String tmx() {
    String unit =
        """
        <tu creationid="li"><prop type="client">c%1$d</prop><note>n</note>
        <tuv xml:lang="zh-CN"><seg>第<ph>%%</ph>%1$d号码头今天关闭。</seg></tuv>
        <tuv xml:lang="en-US"><seg>Pier <ph>%%</ph>%1$d is closed today.</seg></tuv></tu>
        """;
    return """
    <tmx version="1.4"><header o-tmf="x"/><body>
    """
        + IntStream.range(0, 40).mapToObj(unit::formatted).collect(Collectors.joining())
        + "</body></tmx>";
  }
}
