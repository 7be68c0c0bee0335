package ballast.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs small jobs to record the classes that Java has to load. */
final class Training {

  /** Enough units for searches to use the memory's index. */
  private static final int UNITS = 30_000;

  /**
   * Loaded only if two threads race for a logger, or for a place in a map, which then draws lots.
   */
  private static final Pattern RACED =
      Pattern.compile(
          "org/slf4j/helpers/Substitute|java/util/concurrent/ThreadLocalRandom"
              + "|java/util/Random$|java/util/random/|jdk/internal/util/random/");

  private static final Pattern OF_JAVA = Pattern.compile("@cp (java|javax|jdk|sun)/");

  /** An assistant's first questions. */
  private static final String ASSISTANT =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"x","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}
      {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_memory",\
      "arguments":{"text":"冷战的一个选择","min":60}}}
      {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"find_terms",\
      "arguments":{"text":"外交"}}}
      """;

  private final Path folder;
  private final List<String> java;
  private final Program program;
  private int lists;

  /**
   * Prepares the jobs.
   *
   * @param folder for their files, which must not exist
   * @param java the command that starts Ballast, up to the main class; takes options after the
   *     first
   */
  Training(Path folder, List<String> java) throws IOException {
    this.folder = Files.createDirectories(folder);
    // Ballast searches for settings up to the root of a work tree: the same path, for every build
    // folder.
    Files.createDirectory(folder.resolve(".git"));
    this.java = java;
    // English messages and a UTF-8 locale for every builder; no user settings.
    this.program =
        new Program(
            folder,
            Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString(), "XDG_CACHE_HOME", "cache"));
  }

  /** Looks up sentences in memories and returns the list of classes that lookups load. */
  List<String> lookups(Path articles) throws IOException {
    Tree.copy(articles, folder.resolve("articles"));
    Files.writeString(folder.resolve("units.tmx"), units(), UTF_8);
    Collection<String> classes = new TreeSet<>();
    prepare("align", "articles", "--tm", "tm/memory.db");
    prepare("tm", "import", "units.tmx", "--tm", "units.db");
    run(List.of("tm", "search", "--tm", "units.db", "我们應靠自己，不靠Ａ他人3！"), classes);
    run(
        List.of(
            "tm",
            "search",
            "--tm",
            "units.db",
            "--json",
            "We must Rely upon ourselves, not them 12"),
        classes);
    // In the folder's memory, the usual case; once word for word, as it has no similar text.
    run(List.of("tm", "search", "冷战的一个选择", "--min", "60"), classes);
    run(List.of("tm", "search", "压舱石"), classes);
    return ordered(classes);
  }

  /** Runs other commands and returns the list of classes that they load. */
  List<String> commands() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(folder.resolve("glossary/terms.csv"), "zh,en\n外交,statecraft\n", UTF_8);
    Files.writeString(folder.resolve("a.en.txt"), "We walk 50 ㎞ and rely on ourselves.\n", UTF_8);
    Files.writeString(folder.resolve("b.en.txt"), "We walk 50 km; we rely on us.\n", UTF_8);
    Collection<String> classes = new TreeSet<>();
    run(
        List.of(
            "align",
            "articles/ballast-stone.zh.txt",
            "articles/ballast-stone.en.txt",
            "--tm",
            "other.db",
            "-o",
            "a.tmx",
            "--print"),
        classes);
    run(List.of("tm", "export", "--tm", "other.db", "-o", "b.tmx"), classes);
    run(List.of("tm", "import", "a.tmx", "--tm", "third.db"), classes);
    run(
        List.of("check", "articles/ballast-stone.zh.txt", "articles/ballast-stone.en.txt"),
        classes);
    run(List.of("diff", "a.en.txt", "b.en.txt"), classes);
    run(List.of("glossary", "export", "--glossary", "glossary/terms.csv", "-o", "a.xlsx"), classes);
    run(List.of("split", "a.xlsx"), classes);
    run(List.of("help"), classes);
    run(List.of("mcp"), ASSISTANT, classes);
    return ordered(classes);
  }

  private void prepare(String... command) throws IOException {
    List<String> line = new ArrayList<>(java);
    line.addAll(List.of(command));
    program.runBallast(line, "");
  }

  /**
   * Without compilers and on one processor, because class loading by other threads depends on their
   * timing.
   */
  private void run(List<String> command, Collection<String> classes) throws IOException {
    run(command, "", classes);
  }

  private void run(List<String> command, String input, Collection<String> classes)
      throws IOException {
    Path list = folder.resolve("classes." + lists++);
    List<String> line = new ArrayList<>(java);
    line.addAll(
        1, List.of("-Xint", "-XX:ActiveProcessorCount=1", "-XX:DumpLoadedClassList=" + list));
    line.addAll(command);
    program.runBallast(line, input);
    for (String name : Files.readAllLines(list, UTF_8)) {
      if (!name.startsWith("#") && !RACED.matcher(name.replaceFirst(" .*", "")).find()) {
        classes.add(name.replaceFirst(" id: [0-9]+$", ""));
      }
    }
  }

  static List<String> merge(List<String> one, List<String> other) {
    Collection<String> all = new TreeSet<>(one);
    all.addAll(other);
    return ordered(all);
  }

  /**
   * Sorts the lines: classes first, by name, since the other lines refer to them. A class loaded by
   * several jobs gets the constants ("@cp CLASS NUMBERS") used by any of them. Constants of Java's
   * own classes are dropped, since they differ from run to run with the timing of threads.
   */
  private static List<String> ordered(Collection<String> lines) {
    List<String> classes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Map<String, Set<Integer>> constants = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith("@cp ")) {
        if (OF_JAVA.matcher(line).lookingAt()) {
          continue;
        }
        String[] words = line.split(" ", -1);
        Set<Integer> numbers = constants.computeIfAbsent(words[1], name -> new TreeSet<>());
        for (int i = 2; i < words.length; i++) {
          numbers.add(Integer.valueOf(words[i]));
        }
      } else {
        (line.startsWith("@") ? others : classes).add(line);
      }
    }
    classes.addAll(others);
    constants.forEach(
        (name, numbers) ->
            classes.add(
                "@cp " + name + numbers.stream().map(n -> " " + n).collect(Collectors.joining())));
    return classes;
  }

  private static String units() {
    StringBuilder tmx = new StringBuilder();
    tmx.append(
        "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"zh-CN\""
            + " segtype=\"sentence\"");
    tmx.append(" adminlang=\"en\" datatype=\"plaintext\" o-tmf=\"x\" creationtool=\"x\"");
    tmx.append(" creationtoolversion=\"1\"/><body>\n");
    for (int i = 0; i < UNITS; i++) {
      tmx.append("<tu><tuv xml:lang=\"zh-CN\"><seg>我们要靠自己，不靠他人").append(i);
      tmx.append(
          "。</seg></tuv><tuv xml:lang=\"en-US\"><seg>We must rely on ourselves and nobody else ");
      tmx.append(i).append(".</seg></tuv></tu>\n");
    }
    return tmx.append("</body></tmx>\n").toString();
  }
}
