package ballast.format.document;

import ballast.bitext.Document;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.ArticleFormat;
import ballast.format.article.ReadText;
import ballast.format.article.ReaderOptions;
import ballast.format.document.Filters.Use;
import ballast.format.document.PackageEdit.Paragraph;
import ballast.format.document.PackageEdit.Part;
import ballast.format.document.PackageEdit.Revision;
import ballast.format.document.PackageEdit.Stretch;
import ballast.format.document.WordComments.Comment;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Word document that a reviewer has returned: its text before the tracked changes, and what they
 * and the comments make of each sentence.
 */
public final class WordReview {

  /**
   * What became of a sentence.
   *
   * @param text after the tracked changes; empty if it was deleted
   * @param author of its last tracked change; empty if it has none
   */
  public record Passage(boolean isChanged, String text, String author, List<Comment> comments) {}

  /**
   * The sentences of a document.
   *
   * @param passages in the order of the request; empty for a sentence without a known place
   * @param left tracked changes and comments outside of these sentences, in words
   */
  public record Passages(List<Optional<Passage>> passages, List<String> left) {}

  private static final Pattern MARK = Pattern.compile("\"_Ballast_(\\w{1,31})\"");

  /** Maximum length of the name of a bookmark in Word. */
  private static final int MAX_MARK = 40;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？…][\"'”’)）」』]*$");

  private final String name;
  private final byte[] before;
  private final Map<String, Part> parts = new HashMap<>();
  private final Map<Part, Story> stories = new LinkedHashMap<>();
  private final Map<String, List<Comment>> comments;
  private final Set<String> marks = new HashSet<>();

  /**
   * @throws InputException if the document is damaged, too large or protected
   */
  public WordReview(byte[] bytes, String name) {
    this.name = name;
    try (PackageFile file = OfficeReader.open(ArticleFormat.DOCX, bytes, name, Use.READING)) {
      Map<String, byte[]> changed = new HashMap<>();
      for (String part : file.parts().stream().filter(WordXml::concerns).sorted().toList()) {
        Part old = Part.of(file, part, ArticleFormat.DOCX, /* isBefore= */ true);
        Part now = Part.of(file, part, ArticleFormat.DOCX, /* isBefore= */ false);
        parts.put(part, old);
        stories.put(old, new Story(old, now));
        MARK.matcher(old.raw.text()).results().forEach(mark -> marks.add(mark.group(1)));
        if (!old.edits.isEmpty()) {
          changed.put(part, old.written());
        }
      }
      this.before = PackageEdit.packed(file, ArticleFormat.DOCX, bytes, changed);
      this.comments = WordComments.read(file);
    }
  }

  /** Returns the document as it was before the tracked changes. */
  public byte[] before() {
    return before.clone();
  }

  /**
   * Returns the name of a bookmark that shows that a document has a text; empty if Word cannot hold
   * it.
   */
  public static String mark(String text) {
    String mark = "_Ballast_" + text;
    return mark.length() > MAX_MARK || !mark.matches("\\w+") ? "" : mark;
  }

  /** Whether the document has the bookmark of a text. */
  public boolean isMarked(String text) {
    return marks.contains(text);
  }

  /**
   * @param text {@link #before} as it was read
   * @param options with which it was read
   * @param sentences in its text, disjoint
   */
  public Passages read(ReadText text, ReaderOptions options, List<Span> sentences) {
    ReaderOptions same = options.forTranslation().withLang(text.document().lang());
    Document whole = new DocumentReader(same).read(before, name).document();
    List<Optional<Extent>> extents = new ArrayList<>();
    try (PackageEdit edit = new PackageEdit(before, name, ArticleFormat.DOCX, parts)) {
      List<List<Stretch>> places = edit.stretches(text.document(), whole, sentences);
      for (int i = 0; i < sentences.size(); i++) {
        extents.add(extent(places.get(i), sentences.get(i).of(text.document().text())));
      }
    }
    List<String> left = new ArrayList<>();
    stories.values().forEach(story -> story.read(left));
    say(left);
    return new Passages(extents.stream().map(one -> one.map(Extent::passage)).toList(), left);
  }

  private Optional<Extent> extent(List<Stretch> places, String old) {
    if (places.stream().map(one -> one.paragraph().part).distinct().count() != 1) {
      return Optional.empty();
    }
    int start = places.stream().mapToInt(Stretch::start).min().orElseThrow();
    int end = places.stream().mapToInt(Stretch::end).max().orElseThrow();
    Story story = Objects.requireNonNull(stories.get(places.get(0).paragraph().part));
    return Optional.of(story.extent(start, end, old));
  }

  /** Gives each comment to its sentence. */
  private void say(List<String> left) {
    comments.forEach(
        (id, all) -> {
          Optional<Extent> place =
              stories.values().stream()
                  .flatMap(story -> Stream.ofNullable(story.after.anchors.get(id)).map(story::near))
                  .flatMap(Optional::stream)
                  .findFirst();
          for (Comment comment : all) {
            if (place.isPresent() && comment.text().length() < WordComments.MAX_TEXT) {
              place.get().comments.add(comment);
            } else if (!comment.text().isEmpty()) {
              left.add("a comment by " + comment.author().name() + ": " + comment.text());
            }
          }
        });
  }

  /** A sentence, from its first to its last character in the XML. */
  private static final class Extent {

    private final String old;
    private final List<Comment> comments = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private String author = "";
    private boolean isChanged;
    private int start;
    private int end;

    Extent(int start, int end, String old) {
      this.start = start;
      this.end = end;
      this.old = old;
    }

    boolean has(int place) {
      return place >= start && place < end;
    }

    Passage passage() {
      boolean isAsRead = before.toString().strip().equals(old.strip());
      String text = isAsRead ? after.toString().strip() : WhiteSpace.collapse(after.toString());
      return new Passage(isChanged, text, author, comments);
    }
  }

  /** A part of the document, before and after the changes. */
  private static final class Story {

    /** A character, in the order of the XML. */
    private record Letter(int at, char letter, Paragraph paragraph) {

      boolean isSpace() {
        return WhiteSpace.isSpace(letter);
      }
    }

    private final Part after;
    private final List<Letter> old;
    private final List<Letter> now;
    private final BitSet inOld = new BitSet();
    private final BitSet inNow = new BitSet();
    private final TreeMap<Integer, Paragraph> paragraphs = new TreeMap<>();
    private final TreeMap<Integer, Extent> extents = new TreeMap<>();

    Story(Part before, Part after) {
      this.after = after;
      this.old = letters(before);
      this.now = letters(after);
      old.forEach(one -> inOld.set(one.at()));
      now.forEach(one -> inNow.set(one.at()));
      after.all.forEach(one -> paragraphs.put(one.start, one));
    }

    private static List<Letter> letters(Part part) {
      List<Letter> letters = new ArrayList<>();
      for (Paragraph paragraph : part.all) {
        for (int i = 0; i < paragraph.places.size(); i++) {
          letters.add(
              new Letter(paragraph.places.get(i).start(), paragraph.text.charAt(i), paragraph));
        }
      }
      letters.sort(Comparator.comparingInt(Letter::at));
      return letters;
    }

    Extent extent(int start, int end, String text) {
      return extents.computeIfAbsent(start, at -> new Extent(start, end, text));
    }

    /** Returns the sentence at a place; otherwise the one before or after it in the paragraph. */
    Optional<Extent> near(int place) {
      Extent earlier = value(extents.floorEntry(place));
      if (earlier != null && (earlier.has(place) || isOne(earlier.end - 1, place))) {
        return Optional.of(earlier);
      }
      Extent later = value(extents.higherEntry(place));
      return later != null && isOne(later.start, place) ? Optional.of(later) : Optional.empty();
    }

    private static @Nullable Extent value(Map.@Nullable Entry<Integer, Extent> entry) {
      return entry == null ? null : entry.getValue();
    }

    private boolean isOne(int place, int other) {
      return paragraph(place) != null && Objects.equals(paragraph(place), paragraph(other));
    }

    /** Returns the innermost paragraph around a place; null if there is none. */
    private @Nullable Paragraph paragraph(int place) {
      Map.Entry<Integer, Paragraph> last = paragraphs.floorEntry(place);
      Paragraph paragraph = last == null ? null : last.getValue();
      while (paragraph != null && paragraph.end <= place) {
        paragraph = paragraph.around;
      }
      return paragraph;
    }

    /**
     * @param left receives what is inserted or deleted outside of the sentences
     */
    void read(List<String> left) {
      for (String text : stretches(now, inOld, this::extend)) {
        left.add("inserted text: " + text);
      }
      for (String text : stretches(old, inNow, (from, to, text) -> false)) {
        left.add("deleted text: " + text);
      }
      for (Extent extent : extents.values()) {
        Letter last = null;
        for (Letter one : inside(now, extent)) {
          boolean isNext = last != null && last.paragraph() != one.paragraph();
          extent.after.append(isNext ? " " : "").append(one.letter());
          extent.isChanged |= !inOld.get(one.at());
          last = one;
        }
        for (Letter one : inside(old, extent)) {
          extent.before.append(one.letter());
          extent.isChanged |= !inNow.get(one.at());
        }
        extent.author =
            after.revisions.stream()
                .filter(one -> one.start() < extent.end && one.end() > extent.start)
                .map(Revision::author)
                .max(Comparator.comparing(RevisionAuthor::time))
                .map(RevisionAuthor::name)
                .orElse("");
      }
    }

    private static List<Letter> inside(List<Letter> letters, Extent extent) {
      return letters.subList(first(letters, extent.start), first(letters, extent.end));
    }

    /** Returns the first letter at or after a place. */
    private static int first(List<Letter> letters, int place) {
      int low = 0;
      int high = letters.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (letters.get(middle).at() < place) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private interface Owner {
      boolean takes(Letter first, Letter last, String text);
    }

    /**
     * Returns the stretches of letters that the other text does not have and that have no owner.
     */
    private List<String> stretches(List<Letter> letters, BitSet other, Owner owner) {
      List<String> left = new ArrayList<>();
      for (int i = 0; i < letters.size(); i++) {
        Letter first = letters.get(i);
        StringBuilder text = new StringBuilder();
        int end = i;
        while (end < letters.size() && isLoose(letters.get(end), first, other)) {
          text.append(letters.get(end++).letter());
        }
        if (!text.toString().isBlank()
            && !owner.takes(first, letters.get(end - 1), text.toString())) {
          left.add(text.toString().strip());
        }
        i = Math.max(i, end - 1);
      }
      return left;
    }

    private boolean isLoose(Letter one, Letter first, BitSet other) {
      Extent extent = value(extents.floorEntry(one.at()));
      return !other.get(one.at())
          && one.paragraph() == first.paragraph()
          && (extent == null || !extent.has(one.at()));
    }

    /** Gives inserted text to the sentence to which it belongs: a whole one to that before it. */
    private boolean extend(Letter first, Letter last, String text) {
      int at = first.at();
      Extent before = value(extents.lowerEntry(at));
      Extent after = value(extents.higherEntry(at));
      Extent earlier =
          before != null && isOne(before.end - 1, at) && isSpace(before.end, at) ? before : null;
      Extent later =
          after != null && isOne(after.start, at) && isSpace(last.at() + 1, after.start)
              ? after
              : null;
      boolean replacesLater =
          later != null && !inNow.get(later.start) && isEmpty(last.at() + 1, later.start);
      boolean isWhole =
          (earlier != null && isEmpty(earlier.end, at))
              || SENTENCE_END.matcher(text.strip()).find();
      if (earlier != null && !replacesLater && (isWhole || later == null)) {
        earlier.end = last.at() + 1;
      } else if (later != null) {
        extents.remove(later.start);
        later.start = at;
        extents.put(later.start, later);
      } else {
        return false;
      }
      return true;
    }

    private boolean isSpace(int from, int to) {
      return between(from, to).allMatch(Letter::isSpace);
    }

    private boolean isEmpty(int from, int to) {
      return between(from, to).findAny().isEmpty();
    }

    private Stream<Letter> between(int from, int to) {
      int end = Math.max(from, to);
      return Stream.of(old, now)
          .flatMap(all -> all.subList(first(all, from), first(all, end)).stream());
    }
  }
}
