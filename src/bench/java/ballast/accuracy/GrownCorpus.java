package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The requested number of sentence pairs, grown from real ones so that they are as similar as in a
 * large memory. Of the new pairs, 55% are two sentences joined at the same three characters, within
 * 20% of the first one's length; 30% have a number or a Latin word replaced on both sides; 12%
 * both; 3% have a known source and another translation. The same seed gives the same pairs.
 */
final class GrownCorpus {

  record Pair(String chinese, String english) {}

  /**
   * Lists of words and names, without sentences; and one set excluded from the pairs for queries.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "cldr.tsv",
          "cow-wordnet.tsv",
          "omw-wiktionary.tsv",
          "wikidata-names.tsv",
          "own-renderings.tsv",
          "own-diplomacy.tsv",
          "own-economy.tsv",
          "own-fiction.tsv",
          "own-idioms.tsv",
          "own-narrative.tsv",
          "own-politics.tsv",
          "own-society.tsv",
          "tldr.tsv",
          "ntrex.tsv");

  private static final int MAX_LENGTH = 600;
  private static final int TABLE_BITS = 23;
  private static final Pattern LATIN = Pattern.compile("[A-Za-z_][A-Za-z_.]{2,30}");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");

  private final Random random;
  private final List<Pair> seeds = new ArrayList<>();
  private final List<String> heldOut = new ArrayList<>();
  private final List<String> latin;
  // A slot for each trigram: its key, a sentence with it, and the position.
  private final long[] keys = new long[1 << TABLE_BITS];
  private final int[] sentences = new int[1 << TABLE_BITS];
  private final short[] places = new short[1 << TABLE_BITS];

  GrownCorpus(Path corpora, long seed, int hold) throws IOException {
    random = new Random(seed);
    List<Pair> all = new ArrayList<>();
    for (Path file : files(corpora)) {
      all.addAll(read(file));
    }
    Collections.shuffle(all, random);
    Set<String> reserved = new HashSet<>();
    for (Pair pair : all) {
      if (reserved.size() < hold && pair.chinese().length() >= 6 && reserved.add(pair.chinese())) {
        heldOut.add(pair.chinese());
      }
    }
    Set<String> names = new HashSet<>();
    for (Pair pair : all) {
      if (!reserved.contains(pair.chinese())) {
        seeds.add(pair);
        LATIN.matcher(pair.chinese()).results().forEach(match -> names.add(match.group()));
      }
    }
    latin = new ArrayList<>(names);
    Collections.sort(latin);
    for (int i = 0; i < seeds.size(); i++) {
      enter(seeds.get(i).chinese(), i);
    }
  }

  /** Sentences of a corpus that is in no pair. */
  static List<String> unknown(Path corpora) throws IOException {
    return read(corpora.resolve("ntrex.tsv")).stream().map(Pair::chinese).toList();
  }

  /** Real sentences that are in no pair. */
  List<String> heldOut() {
    return List.copyOf(heldOut);
  }

  /** Passes {@code count} pairs to {@code action}; the real ones first. */
  void grow(int count, Consumer<Pair> action) {
    int made = 0;
    for (; made < Math.min(count, seeds.size()); made++) {
      action.accept(seeds.get(made));
    }
    while (made < count) {
      Pair pair = make(seeds.get(random.nextInt(seeds.size())));
      if (isUsable(pair)) {
        action.accept(pair);
        made++;
      }
    }
  }

  private Pair make(Pair from) {
    int kind = random.nextInt(100);
    if (kind < 55) {
      return cross(from);
    }
    if (kind < 85) {
      return swap(from);
    }
    if (kind < 97) {
      return swap(cross(from));
    }
    Pair other = random.nextInt(4) == 0 ? seeds.get(random.nextInt(seeds.size())) : from;
    return new Pair(from.chinese(), other.english() + " (" + random.nextInt(100) + ")");
  }

  private static boolean isUsable(Pair pair) {
    int length = pair.chinese().length();
    return length >= 2 && length <= MAX_LENGTH && !pair.english().isBlank();
  }

  /** The beginning of one sentence and the end of another; the same sentence if there is none. */
  private Pair cross(Pair first) {
    String a = first.chinese();
    for (int tries = 0; tries < 25 && a.length() >= 8; tries++) {
      int cut = 2 + random.nextInt(a.length() - 5);
      int place = place(trigram(a, cut));
      if (keys[place] == 0) {
        continue;
      }
      Pair second = seeds.get(sentences[place]);
      String joined = a.substring(0, cut) + second.chinese().substring(places[place]);
      if (!second.equals(first)
          && Math.abs(joined.length() - a.length()) * 5 <= a.length() + 10
          && joined.equals(new String(joined.getBytes(UTF_8), UTF_8))) {
        double head = (double) cut / a.length();
        double tail = (double) places[place] / second.chinese().length();
        return new Pair(joined.strip(), joinWords(first.english(), head, second.english(), tail));
      }
    }
    return first;
  }

  private static String joinWords(String a, double head, String b, double tail) {
    String[] first = a.split(" ");
    String[] second = b.split(" ");
    int from = Math.min(second.length - 1, (int) Math.round(second.length * tail));
    int to = Math.max(1, (int) Math.round(first.length * head));
    return Stream.concat(Stream.of(first).limit(to), Stream.of(second).skip(Math.max(0, from)))
        .reduce((x, y) -> x + " " + y)
        .orElse(a)
        .strip();
  }

  /** Replaces a number or Latin word on both sides. */
  private Pair swap(Pair pair) {
    boolean words = random.nextInt(3) != 0;
    List<String> found = new ArrayList<>();
    Matcher matcher = (words ? LATIN : NUMBER).matcher(pair.chinese());
    while (matcher.find()) {
      found.add(matcher.group());
    }
    if (found.isEmpty()) {
      String number = Integer.toString(random.nextInt(10_000));
      return new Pair(pair.chinese() + number, pair.english() + " " + number);
    }
    String old = found.get(random.nextInt(found.size()));
    String other =
        words
            ? latin.get(random.nextInt(latin.size()))
            : Integer.toString(1 + random.nextInt((int) Math.pow(10, Math.min(5, old.length()))));
    return new Pair(pair.chinese().replace(old, other), pair.english().replace(old, other));
  }

  private void enter(String text, int sentence) {
    for (int i = 1; i + 3 < text.length(); i++) {
      int place = place(trigram(text, i));
      if (keys[place] == 0 || random.nextInt(4) == 0) {
        keys[place] = trigram(text, i);
        sentences[place] = sentence;
        places[place] = (short) i;
      }
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - TABLE_BITS));
    for (int tries = 0; tries < 64 && keys[place] != 0 && keys[place] != key; tries++) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static long trigram(String text, int at) {
    return (long) text.charAt(at) << 32 | (long) text.charAt(at + 1) << 16 | text.charAt(at + 2);
  }

  private static List<Path> files(Path corpora) throws IOException {
    try (Stream<Path> files = Files.list(corpora)) {
      return files
          .filter(file -> file.toString().endsWith(".tsv"))
          .filter(file -> !LEFT_OUT.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static List<Pair> read(Path file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        int end = line.indexOf('\t', tab + 1);
        Pair pair =
            new Pair(
                line.substring(0, tab).strip(),
                line.substring(tab + 1, end < 0 ? line.length() : end).strip());
        if (isUsable(pair)) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }
}
