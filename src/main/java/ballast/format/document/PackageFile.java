package ballast.format.document;

import ballast.bitext.InputException;
import ballast.format.document.Filters.Use;
import ballast.format.file.FileStart;
import ballast.format.file.SoundZip;
import ballast.format.file.XmlEvents;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document that is a ZIP archive, in a temporary file, because the filters read only files. It is
 * checked before anything else reads it: every part is unpacked once and its output counted,
 * regardless of the archive's directory. Closing it deletes the file.
 */
final class PackageFile implements AutoCloseable {

  private static final int MAX_PARTS = 10_000;

  private static final long MAX_BYTES = 256L << 20;

  /** Maximum size of all XML parts, in bytes: the filters keep much of them in memory. */
  private static final long MAX_XML = 48L << 20;

  /** Unpacked size in bytes below which any compression ratio is accepted. */
  private static final long SMALL = 8L << 20;

  /** Maximum compression ratio; real documents reach 10 to 50. */
  private static final long MAX_TIMES = 150;

  /** Number of elements allowed in a document of any size. */
  private static final long FREE_ELEMENTS = 50_000;

  private static final int BUFFER = 1 << 15;

  /** Maximum number of parts followed from one part. */
  private static final int MAX_REACHED = 1_000;

  private final Path path;
  private final ZipFile zip;
  private final String name;
  private final Set<String> parts = new LinkedHashSet<>();
  private boolean isRewritten;
  private @Nullable Path copy;

  private PackageFile(Path path, ZipFile zip, String name) {
    this.path = path;
    this.zip = zip;
    this.name = name;
  }

  static PackageFile of(byte[] bytes, String name, Use use) {
    try {
      Path file = Files.createTempFile("ballast-", ".tmp");
      try {
        Files.write(file, bytes);
        return opened(file, bytes.length, name, use);
      } catch (IOException | RuntimeException e) {
        remove(file);
        throw e;
      }
    } catch (ZipException e) {
      throw damaged(name, e);
    } catch (IOException e) {
      throw cannotUnpack(name, e);
    }
  }

  static InputException cannotUnpack(String name, IOException e) {
    return new InputException(
        "cannot unpack \"" + name + "\" into the folder for temporary files: " + e.getMessage(),
        "make room on that disk, or name another folder:"
            + " BALLAST_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
        e);
  }

  private static PackageFile opened(Path file, long size, String name, Use use) throws IOException {
    PackageFile opened = new PackageFile(file, SoundZip.open(file), name);
    try {
      opened.check(size);
      if (opened.isRewritten) {
        opened.copy((part, in, out) -> WordXml.copy(part, in, out, use), "", "");
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Writes the filter's form of a part. */
  interface PartCopy {
    void copy(String part, InputStream in, OutputStream out) throws IOException;
  }

  /**
   * Makes a copy for the filter.
   *
   * @param added content of a part that it has in addition; empty if there is none
   */
  void copy(PartCopy parts, String addedName, String added) throws IOException {
    copy = Files.createTempFile("ballast-", ".tmp");
    try (OutputStream out = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(out))) {
      to.setLevel(Deflater.BEST_SPEED);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        to.putNextEntry(new ZipEntry(entry.getName()));
        OutputStream part = new BufferedOutputStream(to);
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
          parts.copy(entry.getName(), in, part);
        }
        part.flush();
        to.closeEntry();
      }
      if (!added.isEmpty()) {
        to.putNextEntry(new ZipEntry(addedName));
        to.write(added.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static InputException damaged(String name, Throwable cause) {
    String why = String.valueOf(cause.getMessage());
    if (why.contains("encrypted")) {
      return new InputException(
          "cannot read \"" + name + "\": it is protected by a password",
          "open it with its password, save it without one and give that file",
          cause);
    }
    return new InputException(
        "cannot read \"" + name + "\": the archive is cut off or damaged (" + why + ")",
        "get the file again, or open it in its own program and save it anew",
        cause);
  }

  private InputException refused(String why) {
    return new InputException(
        "cannot read \"" + name + "\": " + why,
        "if you trust the file, open it in its own program and save it anew");
  }

  private void check(long size) throws IOException {
    if (zip.size() > MAX_PARTS) {
      throw refused("it has " + zip.size() + " parts; a document has at most 10,000");
    }
    Set<String> seen = new LinkedHashSet<>();
    long allowed = Math.min(MAX_BYTES, MAX_TIMES * size + SMALL);
    long total = 0;
    long xml = 0;
    long elements = FREE_ELEMENTS + size;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      checkName(entry.getName());
      if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) {
        throw refused("it contains the part " + entry.getName() + " twice");
      }
      parts.add(entry.getName());
      PartCheck check = new PartCheck(entry, allowed - total);
      check.run();
      total += check.bytes;
      xml += check.isXml ? check.bytes + check.scan.spaces : 0;
      if (xml > MAX_XML) {
        throw refused("its text unpacks to more than 48 MiB");
      }
      elements -= check.scan.elements;
      if (elements < 0) {
        throw refused("it has more than 50,000 elements and one more for each of its bytes");
      }
    }
  }

  private void checkName(String part) {
    String path = "/" + part.replace('\\', '/') + "/";
    if (path.contains("/../") || path.startsWith("//") || part.indexOf(':') >= 0) {
      throw refused("it contains a part whose name leads out of it: " + part);
    }
  }

  private final class PartCheck {

    private final ZipEntry entry;
    private final long left;
    private final XmlScan scan;
    private long bytes;
    private boolean isXml;

    PartCheck(ZipEntry entry, long left) {
      this.entry = entry;
      this.left = left;
      boolean page = entry.getName().matches("(?i).*\\.(x?html?|ncx|opf|svg)|META-INF/.*");
      this.scan = new XmlScan(page);
    }

    private void run() throws IOException {
      byte[] buffer = new byte[BUFFER];
      char[] characters = new char[BUFFER];
      boolean wide = false;
      try (InputStream in = SoundZip.part(zip, entry)) {
        int read = in.readNBytes(buffer, 0, 4);
        if (read == 4) {
          wide = !FileStart.charset(buffer).equals(StandardCharsets.UTF_8);
          isXml = wide || beginsXml(buffer);
        }
        while (read > 0) {
          bytes += read;
          limit();
          if (isXml) {
            scan.next(characters, narrow(buffer, read, characters, wide));
          }
          read = in.read(buffer);
        }
        isRewritten |= scan.isRewritten && WordXml.concerns(entry.getName());
      } catch (XmlScan.Refusal e) {
        throw refused("its part " + entry.getName() + " " + e.getMessage());
      }
    }

    private void limit() {
      if (bytes > left) {
        throw refused("it unpacks to more than 256 MiB, or to more than 150 times its size");
      }
      if (isXml && bytes > MAX_XML) {
        throw refused("its part " + entry.getName() + " unpacks to more than 48 MiB");
      }
      if (bytes > SMALL && bytes / MAX_TIMES > Math.max(1, entry.getCompressedSize())) {
        throw refused("its part " + entry.getName() + " unpacks to more than 150 times its size");
      }
    }
  }

  private static boolean beginsXml(byte[] head) {
    String start = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00EF\u00BB\u00BF")
        || start.stripLeading().startsWith("<")
        || start.isBlank();
  }

  /**
   * Converts bytes to characters; only those of ASCII matter. In UTF-16 the zeros are dropped. The
   * rest of Chinese characters may look like markup, so such a part is rejected rather than missed.
   */
  private static int narrow(byte[] buffer, int read, char[] characters, boolean wide) {
    int length = 0;
    for (int i = 0; i < read; i++) {
      if (!wide || buffer[i] != 0) {
        characters[length++] = (char) (buffer[i] & 0xFF);
      }
    }
    return length;
  }

  Path path() {
    return copy == null ? path : copy;
  }

  String name() {
    return name;
  }

  Set<String> parts() {
    return parts;
  }

  @Nullable InputStream part(String part) {
    try {
      ZipEntry entry = zip.getEntry(part);
      return entry == null ? null : zip.getInputStream(entry);
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  /** Reads a part as XML; without the part, does nothing. */
  void read(String part, Consumer<XmlEvents> reader) {
    InputStream in = part(part);
    if (in != null) {
      try (XmlEvents xml = new XmlEvents(in, name + ", " + part, (line, what) -> {})) {
        reader.accept(xml);
      }
    }
  }

  /** Returns the parts to which an Office Open XML part refers, by relation ID, in order. */
  Map<String, String> targets(String part) {
    Map<String, String> targets = new LinkedHashMap<>();
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    elements(
        folder + "_rels/" + part.substring(slash) + ".rels",
        xml -> {
          if (xml.name().equals("Relationship")
              && !xml.attribute("TargetMode").equals("External")) {
            targets.put(xml.attribute("Id"), resolved(folder, xml.attribute("Target")));
          }
        });
    return targets;
  }

  /**
   * @param stop parts whose name begins with one of these are not followed
   */
  List<String> reached(String part, List<String> stop) {
    List<String> reached = new ArrayList<>(List.of(part));
    for (int i = 0; i < reached.size() && reached.size() < MAX_REACHED; i++) {
      for (String target : targets(reached.get(i)).values()) {
        if (stop.stream().noneMatch(target::startsWith) && !reached.contains(target)) {
          reached.add(target);
        }
      }
    }
    return reached;
  }

  /** Maps the {@code r:id} of each element of a name to its attribute {@code label}. */
  Map<String, String> ids(String part, String element, String label) {
    Map<String, String> ids = new LinkedHashMap<>();
    elements(
        part,
        xml -> {
          if (xml.name().equals(element)) {
            xml.attributes().stream()
                .filter(attribute -> attribute.name().endsWith(":id"))
                .forEach(attribute -> ids.put(attribute.value(), xml.attribute(label)));
          }
        });
    return ids;
  }

  void elements(String part, Consumer<XmlEvents> sink) {
    read(
        part,
        xml -> {
          while (xml.nextStart()) {
            sink.accept(xml);
          }
        });
  }

  int count(String part, Predicate<XmlEvents> isCounted) {
    int[] count = new int[1];
    elements(part, xml -> count[0] += isCounted.test(xml) ? 1 : 0);
    return count[0];
  }

  static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String path = folder;
    String rest = target;
    while (rest.startsWith("../") && !path.isEmpty()) {
      path = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
      rest = rest.substring(3);
    }
    return path + rest;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw damaged(name, e);
    } finally {
      remove(path);
      if (copy != null) {
        remove(copy);
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /**
   * Scans an XML part for content that would bring a parser down, in constant memory: elements
   * nested too deep, a paragraph of many megabytes, a huge tag, declared entities. It counts
   * elements and the spaces of OpenDocument's {@code <text:s text:c="3"/>}, and does not check
   * whether the part is well-formed.
   */
  private static final class XmlScan {

    static final class Refusal extends Exception {

      private static final long serialVersionUID = 1L;

      Refusal(String why) {
        super(why);
      }
    }

    /** Maximum nesting depth; no program nests deeper. */
    private static final int MAX_DEPTH = 1_000;

    /** Maximum length of a paragraph or a tag, in characters as encoded. */
    private static final int MAX_LENGTH = 5_000_000;

    /** Maximum runs of one paragraph: the filter compares each run with those before it. */
    private static final int MAX_RUNS = 20_000;

    private static final int MAX_NAME = 64;

    /**
     * Elements that hold one paragraph, cell or shared text, in all the formats, without prefix.
     */
    private static final Set<String> PARAGRAPHS =
        Set.of("p", "h", "si", "is", "li", "td", "div", "br", "paragraphstylerange");

    private static final Set<String> VOID =
        Set.of("br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source");

    private enum State {
      TEXT,
      NAME,
      TAG,
      QUOTED,
      COMMENT,
      CDATA,
      INSTRUCTION,
      DOCTYPE
    }

    private final boolean doctypeAllowed;
    private final StringBuilder name = new StringBuilder(MAX_NAME);
    private State state = State.TEXT;
    private char quote;
    private int depth;
    private int text;
    private int runs;
    private int tag;

    private int tail;

    private final StringBuilder attribute = new StringBuilder(MAX_NAME);

    private boolean afterAttribute;

    /** Value of the attribute, exact up to {@link #MAX_LENGTH}; -1 if it is not a number. */
    private long number;

    private long elements;
    private long spaces;
    private boolean slashBeforeEnd;
    private boolean isRewritten;

    XmlScan(boolean doctypeAllowed) {
      this.doctypeAllowed = doctypeAllowed;
    }

    /** Scans the next characters; those beyond ASCII may represent any other of them. */
    void next(char[] characters, int length) throws Refusal {
      int i = 0;
      while (i < length) {
        if (state == State.TEXT) {
          int from = i;
          while (i < length && characters[i] != '<') {
            i++;
          }
          count(i - from);
        } else if (state == State.QUOTED) {
          int from = i;
          while (i < length && characters[i] != quote) {
            digit(characters[i++]);
          }
          grow(i - from);
        }
        if (i < length) {
          next(characters[i++]);
        }
      }
    }

    private void next(char c) throws Refusal {
      switch (state) {
        case TEXT -> {
          state = State.NAME;
          name.setLength(0);
          tag = 0;
          tail = 0;
        }
        case NAME -> name(c);
        case TAG -> tag(c);
        case QUOTED -> {
          state = State.TAG;
          repeat();
        }
        case COMMENT -> leave(c, "-->");
        case INSTRUCTION -> leave(c, "?>");
        case CDATA -> {
          count(1);
          leave(c, "]]>");
        }
        case DOCTYPE -> {
          if (c == '[' || c == '!') {
            throw new Refusal("declares entities of its own");
          }
          leave(c, ">");
        }
      }
    }

    private void leave(char c, String end) {
      tail = (tail << 8 | (c > 0x7F ? 'x' : c)) & 0xFFFFFF;
      int mask = end.length() == 3 ? 0xFFFFFF : end.length() == 2 ? 0xFFFF : 0xFF;
      int wanted = 0;
      for (int i = 0; i < end.length(); i++) {
        wanted = wanted << 8 | end.charAt(i);
      }
      if ((tail & mask) == wanted) {
        state = State.TEXT;
      }
    }

    private void name(char c) throws Refusal {
      boolean ends = c == '>' || c <= ' ' || (c == '/' && !name.isEmpty());
      if (!ends) {
        grow(1);
        if (name.length() < MAX_NAME) {
          name.append(c);
        }
        special();
        return;
      }
      slashBeforeEnd = c == '/';
      state = State.TAG;
      afterAttribute = true;
      if (c == '>') {
        end();
      }
    }

    private void special() throws Refusal {
      char first = name.charAt(0);
      if (first == '?') {
        state = State.INSTRUCTION;
      } else if (first == '!' && name.length() > 2) {
        if (name.toString().equals("!--")) {
          state = State.COMMENT;
        } else if (name.toString().equals("![CDATA[")) {
          state = State.CDATA;
        } else if (name.toString().equalsIgnoreCase("!DOCTYPE")) {
          if (!doctypeAllowed) {
            throw new Refusal("has a DOCTYPE line, which may name other files");
          }
          state = State.DOCTYPE;
        } else if (name.toString().equalsIgnoreCase("!ENTITY")) {
          throw new Refusal("declares entities of its own");
        }
      }
    }

    private void tag(char c) throws Refusal {
      grow(1);
      if (c == '"' || c == '\'') {
        quote = c;
        state = State.QUOTED;
        number = 0;
      } else if (c == '>') {
        end();
      } else {
        attribute(c);
      }
      slashBeforeEnd = c == '/';
    }

    private void attribute(char c) {
      if (c <= ' ' || c == '=') {
        afterAttribute |= c != '=';
        return;
      }
      if (c == ':' || afterAttribute) {
        attribute.setLength(0);
        afterAttribute = false;
      }
      if (c != ':' && attribute.length() < MAX_NAME) {
        attribute.append(c);
      }
    }

    private void digit(char c) {
      if (c < '0' || c > '9') {
        number = -1;
      } else if (number >= 0 && number <= MAX_LENGTH) {
        number = 10 * number + c - '0';
      }
    }

    private void repeat() throws Refusal {
      isRewritten |= "hint".contentEquals(attribute);
      if (attribute.toString().equals("c") && local(0).equals("s")) {
        if (number < 0) {
          throw new Refusal("repeats a space by something that is not a number");
        }
        spaces += number;
        count((int) number);
      }
      afterAttribute = true;
    }

    private void end() throws Refusal {
      state = State.TEXT;
      boolean closing = name.length() > 0 && name.charAt(0) == '/';
      elements += closing ? 0 : 1;
      String local = local(closing ? 1 : 0);
      if (PARAGRAPHS.contains(local)) {
        text = 0;
        runs = 0;
      } else if (!closing && local.equals("r") && ++runs > MAX_RUNS) {
        throw new Refusal("has a paragraph of more than 20,000 runs");
      }
      isRewritten |= WordXml.CONCERNED.contains(local);
      if (closing) {
        depth--;
      } else if (!slashBeforeEnd && !(doctypeAllowed && VOID.contains(local))) {
        depth++;
        if (depth > MAX_DEPTH) {
          throw new Refusal("nests elements more than 1,000 deep");
        }
      }
    }

    private String local(int from) {
      return name.substring(Math.max(from, name.lastIndexOf(":") + 1)).toLowerCase(Locale.ROOT);
    }

    private void count(int more) throws Refusal {
      text += more;
      if (text > MAX_LENGTH) {
        throw new Refusal("has a paragraph of more than 5 MB");
      }
    }

    private void grow(int more) throws Refusal {
      tag += more;
      if (tag > MAX_LENGTH) {
        throw new Refusal("has a tag of more than 5 MB");
      }
    }
  }
}
