package ballast.format.document;

import java.util.Locale;
import java.util.Set;

/**
 * Looks at an XML part for what would bring a parser down, in constant memory: elements nested too
 * deep, a paragraph of many megabytes, a huge tag, declared entities. It counts elements and the
 * spaces of OpenDocument's {@code <text:s text:c="3"/>}, and does not check whether the part is
 * well-formed.
 */
final class XmlScan {

  /** What is wrong with a part. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String why) {
      super(why);
    }
  }

  /** No program nests deeper. */
  private static final int MAX_DEPTH = 1_000;

  /** In characters as they are encoded, of one paragraph and of one tag. */
  private static final int MAX_LENGTH = 5_000_000;

  /** Of one paragraph: the filter compares each run of text with those before it. */
  private static final int MAX_RUNS = 20_000;

  private static final int MAX_NAME = 64;

  /** Elements that hold one paragraph, cell or shared text, in all the formats, without prefix. */
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h", "si", "is", "li", "td", "div", "br", "paragraphstylerange");

  /** Elements of HTML that have no end. */
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

  /** The last three characters, where the state ends with several. */
  private int tail;

  /** Name of the last attribute without its prefix. */
  private final StringBuilder attribute = new StringBuilder(MAX_NAME);

  private boolean afterAttribute;

  /** Value of the attribute, exact up to {@link #MAX_LENGTH}; -1 if it is not a number. */
  private long number;

  private long elements;
  private long spaces;
  private boolean slashBeforeEnd;
  private boolean isRewritten;

  /**
   * @param doctypeAllowed whether the part may have a DOCTYPE line, as a page of HTML has
   */
  XmlScan(boolean doctypeAllowed) {
    this.doctypeAllowed = doctypeAllowed;
  }

  /** Whether an element was among them for which {@link WordXml} writes a part anew. */
  boolean isRewritten() {
    return isRewritten;
  }

  /** Elements so far. */
  long elements() {
    return elements;
  }

  /** Characters so far that are not written out, but counted by an attribute. */
  long spaces() {
    return spaces;
  }

  /** Looks at the next characters; those beyond ASCII may stand for any other of them. */
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
    isRewritten |= WordXml.isConcerned(local);
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
