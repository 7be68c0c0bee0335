package ballast.segment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.segment.SrxFile.SrxRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rules for each language under the user's options.
 *
 * <p>English rules in order of precedence: the user's abbreviations; abbreviations that never end a
 * sentence or not before a number; structural exceptions; a break before a word that starts
 * sentences; abbreviations that end a sentence only there; guesses; breaks. The candidates are the
 * same without the guesses.
 */
final class RuleBook {

  private static final String RULES = "rules.srx";

  private final SegmenterOptions options;
  private final AbbreviationOverrides overrides;
  private final @Nullable SrxFile userRules;

  /**
   * @throws InputException if the user's rules or abbreviations cannot be used
   */
  RuleBook(SegmenterOptions options) {
    this.options = options;
    Path abbreviations = options.abbreviations();
    this.overrides =
        abbreviations == null
            ? AbbreviationOverrides.NONE
            : AbbreviationOverrides.read(abbreviations);
    Path srx = options.srx();
    this.userRules = srx == null ? null : readUserRules(srx);
  }

  /** A key for the rules of {@code lang}: languages with the same rules have the same key. */
  String key(Lang lang) {
    if (userRules != null) {
      return lang.tag();
    }
    return lang.isChinese() ? "zh" : "en";
  }

  /**
   * The rules for {@code lang}. Languages other than Chinese and English get the English rules:
   * most languages in alphabetic scripts end sentences the same way.
   *
   * @throws InputException if the user's rules do not cover it
   */
  RuleSet rules(Lang lang) {
    if (userRules != null) {
      return userRules(userRules, lang);
    }
    SrxFile shipped = readShipped();
    return lang.isChinese() ? chinese(shipped) : english(shipped);
  }

  private RuleSet chinese(SrxFile shipped) {
    List<SrxRule> rules = new ArrayList<>();
    if (options.joinedAttributions()) {
      rules.addAll(shipped.group("ChineseJoinedAttributions"));
    }
    rules.addAll(shipped.group("Chinese"));
    return new RuleSet(shipped.name(), rules, rules, true, false, "");
  }

  private RuleSet english(SrxFile shipped) {
    List<SrxRule> settled = new ArrayList<>(overridingRules());
    List<SrxRule> starter = new ArrayList<>();
    List<SrxRule> guesses = new ArrayList<>(questions());
    guesses.addAll(shipped.group("EnglishGuesses"));
    int number = 0;
    for (AbbreviationGroup group : WordLists.abbreviations("abbreviations.txt")) {
      List<String> kept = group.entries().stream().filter(e -> !overrides.mentions(e)).toList();
      number++;
      if (!kept.isEmpty()) {
        SrxRule rule =
            RuleWriter.noBreak(new AbbreviationGroup(group.kind(), group.title(), kept), number);
        switch (group.kind()) {
          case ALWAYS, NUMBER -> settled.add(rule);
          case STARTER -> starter.add(rule);
          case AMBIGUOUS -> guesses.add(rule);
        }
      }
    }
    settled.addAll(shipped.group("EnglishExceptions"));
    settled.add(RuleWriter.beforeAttribution(WordLists.entries("attribution-verbs.txt")));
    settled.add(RuleWriter.beforeStarter(WordLists.entries("starters.txt")));
    settled.addAll(starter);
    List<SrxRule> breaks = shipped.group("English");
    return new RuleSet(
        shipped.name(),
        concatenated(settled, guesses, breaks),
        concatenated(settled, List.of(), breaks),
        true,
        false,
        "");
  }

  private RuleSet userRules(SrxFile file, Lang lang) {
    List<SrxRule> rules = file.rulesFor(lang);
    List<SrxRule> first = lang.isChinese() ? List.of() : overridingRules();
    List<SrxRule> guesses = lang.isChinese() ? List.of() : questions();
    return new RuleSet(
        file.name(),
        concatenated(first, guesses, rules),
        concatenated(first, List.of(), rules),
        false,
        file.icuBreaks(),
        file.mask());
  }

  private List<SrxRule> overridingRules() {
    List<SrxRule> rules = new ArrayList<>();
    if (!overrides.removed().isEmpty()) {
      rules.add(RuleWriter.ordinaryWord(overrides.removed(), 1));
    }
    if (!overrides.always().isEmpty()) {
      rules.add(userGroup(AbbreviationGroup.Kind.ALWAYS, overrides.always()));
    }
    return rules;
  }

  private List<SrxRule> questions() {
    return overrides.ambiguous().isEmpty()
        ? List.of()
        : List.of(userGroup(AbbreviationGroup.Kind.AMBIGUOUS, overrides.ambiguous()));
  }

  private static SrxRule userGroup(AbbreviationGroup.Kind kind, Iterable<String> entries) {
    List<String> list = new ArrayList<>();
    entries.forEach(list::add);
    return RuleWriter.noBreak(new AbbreviationGroup(kind, "given by the user", list), 0);
  }

  private static List<SrxRule> concatenated(
      List<SrxRule> first, List<SrxRule> second, List<SrxRule> third) {
    List<SrxRule> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }

  private static SrxFile readShipped() {
    try (InputStream in = WordLists.open(RULES)) {
      return SrxReader.read(RULES, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SrxFile readUserRules(Path file) {
    try {
      return SrxReader.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InputException(
          "cannot read the segmentation rules in \"" + file + "\": " + e.getMessage(),
          "check that the file is there and may be read",
          e);
    }
  }

  /**
   * A user's list of abbreviations. A later line about the same abbreviation wins.
   *
   * @param ambiguous may end a sentence: the referee decides
   * @param removed words that are not abbreviations after all
   */
  private record AbbreviationOverrides(
      Set<String> always, Set<String> ambiguous, Set<String> removed) {

    static final AbbreviationOverrides NONE =
        new AbbreviationOverrides(Set.of(), Set.of(), Set.of());

    private static final String HINT =
        "write one abbreviation a line: +Inc. never ends a sentence, ?Inc. may, -etc. is an"
            + " ordinary word; # starts a comment";

    /** Maximum code points of a wrong line quoted in a message. */
    private static final int MAX_SHOWN = 60;

    /** Maximum characters. Rules look back over the whole abbreviation at every full stop. */
    private static final int MAX_LENGTH = 40;

    /**
     * @throws InputException if it cannot be read or a line is not an override; names the line
     */
    static AbbreviationOverrides read(Path file) {
      AbbreviationOverrides overrides =
          new AbbreviationOverrides(
              new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
      int number = 0;
      for (String line : decode(file).lines().toList()) {
        number++;
        int comment = line.indexOf('#');
        String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!entry.isEmpty()) {
          overrides.add(entry, file, number);
        }
      }
      return overrides;
    }

    boolean mentions(String abbreviation) {
      return always.contains(abbreviation)
          || ambiguous.contains(abbreviation)
          || removed.contains(abbreviation);
    }

    private void add(String entry, Path file, int number) {
      Set<String> chosen =
          switch (entry.charAt(0)) {
            case '+' -> always;
            case '?' -> ambiguous;
            case '-' -> removed;
            default -> throw wrong(file, number, entry, "does not start with +, ? or -");
          };
      String abbreviation = entry.substring(1).strip();
      if (!abbreviation.endsWith(".") || abbreviation.length() < 2) {
        throw wrong(file, number, entry, "does not end with a full stop");
      }
      if (abbreviation.length() > MAX_LENGTH) {
        throw wrong(file, number, entry, "is longer than " + MAX_LENGTH + " characters");
      }
      for (Set<String> set : List.of(always, ambiguous, removed)) {
        set.remove(abbreviation);
      }
      chosen.add(abbreviation);
    }

    private static String decode(Path file) {
      try {
        String text =
            UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        throw new InputException(
            "cannot read the abbreviations in \"" + file + "\": not UTF-8", "save it as UTF-8", e);
      } catch (IOException e) {
        throw new InputException(
            "cannot read the abbreviations in \"" + file + "\": " + e.getMessage(),
            "check that the file is there and may be read",
            e);
      }
    }

    private static InputException wrong(Path file, int number, String entry, String problem) {
      String shown = Excerpt.of(entry, MAX_SHOWN);
      return new InputException(
          "\"%s\" line %s: \"%s\" %s".formatted(file, number, shown, problem), HINT);
    }
  }

  /**
   * The rules of one language, ready to be compiled.
   *
   * @param source the name of the rules in messages
   * @param candidates the rules without mere guesses against a break; if the two differ, the
   *     referee decides
   * @param unified whether they expect a text with unified characters of the same role
   * @param icuBreaks whether ICU's sentence breaks are added after all rules (an Okapi extension)
   * @param mask expression for text that becomes a segment of its own (an Okapi extension); may be
   *     empty
   */
  record RuleSet(
      String source,
      List<SrxRule> rules,
      List<SrxRule> candidates,
      boolean unified,
      boolean icuBreaks,
      String mask) {

    RuleSet {
      rules = List.copyOf(rules);
      candidates = List.copyOf(candidates);
    }

    /** Whether they come from a user's file; the built-in rules are known to be quick. */
    boolean isFromUser() {
      return !unified;
    }

    boolean hasOpenQuestions() {
      return rules.size() != candidates.size();
    }

    /** The same rules without a referee: guesses are final. */
    RuleSet withoutQuestions() {
      return new RuleSet(source, rules, rules, unified, icuBreaks, mask);
    }
  }

  /**
   * Abbreviations with the same rule.
   *
   * @param title a description, for explanations
   * @param entries as written, with the final full stop; never empty
   */
  record AbbreviationGroup(Kind kind, String title, List<String> entries) {

    /** When the full stop of an abbreviation does not end a sentence. */
    enum Kind {
      /** It never ends a sentence. */
      ALWAYS,
      /** It does not end one before a number. */
      NUMBER,
      /** It ends one only before a word that starts sentences. */
      STARTER,
      /** As {@link #STARTER}, but only a guess: the referee may overrule it. */
      AMBIGUOUS;

      String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    AbbreviationGroup {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads the built-in word lists: one entry a line, {@code #} starts a comment. In the list of
   * abbreviations a line {@code [kind] title} starts a group.
   */
  static final class WordLists {

    private WordLists() {}

    static List<String> entries(String resource) {
      try (InputStream in = open(resource)) {
        return new String(in.readAllBytes(), UTF_8)
            .lines()
            .map(WordLists::withoutComment)
            .filter(line -> !line.isEmpty())
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static List<AbbreviationGroup> abbreviations(String resource) {
      List<AbbreviationGroup> groups = new ArrayList<>();
      String header = "";
      List<String> members = new ArrayList<>();
      for (String line : entries(resource)) {
        if (line.startsWith("[")) {
          addGroup(groups, header, members);
          header = line;
          members = new ArrayList<>();
        } else {
          members.add(line);
        }
      }
      addGroup(groups, header, members);
      return groups;
    }

    static InputStream open(String resource) {
      InputStream in = WordLists.class.getResourceAsStream(resource);
      if (in == null) {
        throw new IllegalArgumentException("no resource \"" + resource + "\" in ballast.segment");
      }
      return in;
    }

    private static void addGroup(
        List<AbbreviationGroup> groups, String header, List<String> members) {
      if (members.isEmpty()) {
        return;
      }
      int close = header.indexOf(']');
      if (close < 0) {
        throw new IllegalArgumentException(
            "\"" + members.get(0) + "\" comes before the first [kind]");
      }
      groups.add(
          new AbbreviationGroup(
              AbbreviationGroup.Kind.valueOf(header.substring(1, close).toUpperCase(Locale.ROOT)),
              header.substring(close + 1).strip(),
              members));
    }

    private static String withoutComment(String line) {
      int comment = line.indexOf('#');
      return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
  }

  /**
   * Makes SRX rules from word lists.
   *
   * <p>Every rule starts at the full stop and looks back from there. An expression that started
   * with the words would be tried at every letter of the text.
   */
  private static final class RuleWriter {

    private static final String OPENERS = "[\"'“‘(\\[{«]{0,4}+";

    private RuleWriter() {}

    /** No break after the abbreviations of a group, under the condition of its kind. */
    static SrxRule noBreak(AbbreviationGroup group, int number) {
      String after =
          switch (group.kind()) {
            case ALWAYS -> "\\s";
            case NUMBER -> "\\s++(?:\\p{Nd}|[IVXLC]++\\b)";
            case STARTER, AMBIGUOUS -> "\\s++\\S";
          };
      return new SrxRule(
          "abbreviations, " + group.kind().label(),
          number,
          afterAny(group.entries()),
          after,
          false,
          group.title());
    }

    /** A break after these words before a capital or a number, regardless of other rules. */
    static SrxRule ordinaryWord(Collection<String> entries, int number) {
      return new SrxRule(
          "abbreviations, removed",
          number,
          afterAny(entries),
          "\\s++" + OPENERS + "[\\p{Lu}\\p{Nd}]",
          true,
          "taken out by the user");
    }

    /** A break between a full stop and a word that starts sentences. */
    static SrxRule beforeStarter(List<String> starters) {
      return new SrxRule(
          "starters",
          1,
          "[.…][\"'”’)\\]}»]{0,6}+",
          "\\s++" + OPENERS + "(?:" + alternatives(starters) + ")\\b(?!\\.)",
          true,
          "The next word is one that starts sentences.");
    }

    /** No break between a quoted exclamation or question and its attribution. */
    static SrxRule beforeAttribution(List<String> verbs) {
      String name = "(?!(?:He|She|They|We|It|You)\\b)\\p{Lu}[\\p{L}\\p{N}_’'-]*+ ?";
      return new SrxRule(
          "attribution verbs",
          1,
          "[!?][\"'”’]",
          "\\s++(?:(?:[Tt]he|[Oo]ne|[Oo]ld|[Hh]is|[Hh]er) ){0,2}+"
              + ("(?:" + name + "|[Tt]he \\p{L}++ |old \\p{L}++ ){0,3}?")
              + ("(?:" + alternatives(verbs) + ")\\b(?!,\\s[\"'“‘\\p{Lu}])"),
          false,
          "\"Stop!\" Father shouted. Not before: I said, \"Why?\" (that begins the next speech).");
    }

    /** An expression for a full stop that ends one of {@code entries} as a whole word. */
    private static String afterAny(Collection<String> entries) {
      return "\\.(?<=(?:^|[^\\p{L}\\p{N}.])(?:" + alternatives(entries) + "))";
    }

    private static String alternatives(Collection<String> words) {
      return words.stream().map(RuleWriter::quoted).collect(Collectors.joining("|"));
    }

    /** Escapes only characters that need it, to keep the generated rules readable. */
    private static String quoted(String word) {
      return word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-')
          ? word.replace(".", "\\.")
          : Pattern.quote(word);
    }
  }

  /**
   * Reads SRX 2.0 (and 1.0, which has the same element names) with the Okapi extensions that affect
   * breaks. Elements are recognised by their local names, so files without a namespace can be read
   * too. A DOCTYPE is accepted and ignored; no entity is ever fetched.
   */
  private static final class SrxReader {

    private static final String HINT =
        "check the file in an XML editor, or omit --srx to use the built-in rules";

    /** Maximum code points shown of the parser's message, which may contain the file. */
    private static final int MAX_DETAIL = 200;

    private final String name;
    private final XMLStreamReader xml;
    private final Map<String, List<SrxRule>> groups = new LinkedHashMap<>();
    private final List<SrxFile.LanguageMap> maps = new ArrayList<>();
    private String group = "";
    private String comment = "";
    private int number;
    private boolean cascade;
    private boolean icuBreaks;
    private String mask = "";

    private SrxReader(String name, XMLStreamReader xml) {
      this.name = name;
      this.xml = xml;
    }

    /**
     * @throws InputException if it is not well-formed XML or not SRX; names line and column
     */
    static SrxFile read(String name, byte[] bytes) {
      String text = XmlText.decode(name, bytes);
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      try {
        return new SrxReader(name, factory.createXMLStreamReader(new StringReader(text)))
            .document();
      } catch (XMLStreamException e) {
        throw malformed(name, e);
      }
    }

    private SrxFile document() throws XMLStreamException {
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        // A DOCTYPE, comments.
      }
      if (!xml.getLocalName().equals("srx")) {
        throw wrong("the root element is <" + xml.getLocalName() + ">, not <srx>");
      }
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> element();
          case XMLStreamConstants.COMMENT ->
              comment = xml.getText().strip().replaceAll("\\s+", " ");
          default -> {
            // White space, processing instructions, end tags.
          }
        }
      }
      if (groups.isEmpty()) {
        throw wrong("there is no <languagerule>");
      }
      return new SrxFile(name, groups, maps, cascade, icuBreaks, mask);
    }

    private void element() throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "header" -> cascade = attribute("cascade", "no").equals("yes");
        case "options" -> icuBreaks = attribute("useIcu4jBreakRules", "no").equals("yes");
        case "rangeRule" -> mask = xml.getElementText();
        case "languagerule" -> startGroup();
        case "rule" -> rule();
        case "languagemap" ->
            maps.add(
                new SrxFile.LanguageMap(
                    required("languagepattern"),
                    required("languagerulename"),
                    xml.getLocation().getLineNumber()));
        default -> {
          // Samples, format handles: they do not affect the breaks of plain text.
        }
      }
    }

    private void startGroup() {
      group = required("languagerulename");
      comment = "";
      number = 0;
      if (groups.put(group, new ArrayList<>()) != null) {
        throw wrong("there are two language rules named \"" + group + "\"");
      }
    }

    private void rule() throws XMLStreamException {
      List<SrxRule> rules = groups.get(group);
      if (rules == null) {
        throw wrong("a <rule> stands outside a <languagerule>");
      }
      String value = attribute("break", "yes");
      if (!value.equals("yes") && !value.equals("no")) {
        throw wrong("break is \"" + value + "\", not yes or no");
      }
      number++;
      boolean active = attribute("active", "yes").equals("yes");
      String why = comment;
      comment = "";
      String before = "";
      String after = "";
      while (xml.next() != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("rule")) {
        if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "beforebreak" -> before = xml.getElementText();
            case "afterbreak" -> after = xml.getElementText();
            default -> throw wrong("<" + xml.getLocalName() + "> does not belong in a <rule>");
          }
        }
      }
      if (active) {
        rules.add(new SrxRule(group, number, before, after, value.equals("yes"), why));
      }
    }

    private String required(String attribute) {
      String value = attribute(attribute, "");
      if (value.isEmpty()) {
        throw wrong("<" + xml.getLocalName() + "> has no " + attribute);
      }
      return value;
    }

    /** Finds attributes by their local names: {@code okpsrx:active} is {@code active}. */
    private String attribute(String attribute, String defaultValue) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(attribute)) {
          return xml.getAttributeValue(i);
        }
      }
      return defaultValue;
    }

    private InputException wrong(String problem) {
      return new InputException(
          "\"%s\" line %s, column %s: not usable as SRX rules: %s"
              .formatted(
                  name,
                  xml.getLocation().getLineNumber(),
                  xml.getLocation().getColumnNumber(),
                  problem),
          HINT);
    }

    private static InputException malformed(String name, XMLStreamException e) {
      javax.xml.stream.@Nullable Location at = e.getLocation();
      String where =
          at == null || at.getLineNumber() < 1
              ? ""
              : " line %s, column %s".formatted(at.getLineNumber(), at.getColumnNumber());
      String message = String.valueOf(e.getMessage());
      int detail = message.lastIndexOf("Message: ");
      return new InputException(
          "\"%s\"%s: not well-formed XML: %s"
              .formatted(
                  name,
                  where,
                  Excerpt.of(
                      detail < 0 ? message : message.substring(detail + 9).strip(), MAX_DETAIL)),
          HINT,
          e);
    }
  }

  /**
   * Decodes an XML file strictly, by its byte order mark, otherwise by its declaration, otherwise
   * as UTF-8 (XML 1.0, appendix F). Without this the JDK's parser would print to stderr if bytes
   * are malformed.
   */
  private static final class XmlText {

    private static final Pattern DECLARED =
        Pattern.compile(
            "^\\s{0,20}<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"']{1,40})[\"']");

    private static final int DECLARATION_LENGTH = 400;

    private XmlText() {}

    /**
     * @throws InputException if the encoding is unknown or the bytes are not valid; names the line
     */
    static String decode(String name, byte[] bytes) {
      Charset charset = charset(name, bytes);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length + 1);
      CoderResult result =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in, out, true);
      String text = out.flip().toString();
      if (result.isError()) {
        throw new InputException(
            "\"%s\" line %s: not valid %s"
                .formatted(name, 1 + text.chars().filter(c -> c == '\n').count(), charset),
            "save the file as UTF-8, or correct the encoding in its first line");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(String name, byte[] bytes) {
      int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
      if (mark == 0xFEFF || mark == 0x003C) {
        return UTF_16BE;
      }
      if (mark == 0xFFFE || mark == 0x3C00) {
        return UTF_16LE;
      }
      String head =
          new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), ISO_8859_1)
              .replaceFirst("^ï»¿", "");
      Matcher declared = DECLARED.matcher(head);
      if (!declared.find()) {
        return UTF_8;
      }
      try {
        return Charset.forName(declared.group(1));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new InputException(
            "\"%s\": unknown encoding \"%s\"".formatted(name, declared.group(1)),
            "save the file as UTF-8",
            e);
      }
    }
  }
}
