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
import java.util.function.Function;
import java.util.function.Predicate;
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

    /** A character before or after the changes, or both. */
    private record Letter(int at, char letter, Paragraph paragraph, boolean isOld, boolean isNow) {}

    private final Part after;

    /** In the order of the XML. */
    private final List<Letter> letters = new ArrayList<>();

    private final TreeMap<Integer, Paragraph> paragraphs = new TreeMap<>();
    private final TreeMap<Integer, Extent> extents = new TreeMap<>();

    Story(Part before, Part after) {
      this.after = after;
      BitSet old = places(before);
      BitSet now = places(after);
      for (Paragraph one : Stream.of(after, before).flatMap(part -> part.all.stream()).toList()) {
        for (int i = 0; i < one.places.size(); i++) {
          int at = one.places.get(i).start();
          if (one.part == after || !now.get(at)) {
            letters.add(new Letter(at, one.text.charAt(i), one, old.get(at), now.get(at)));
          }
        }
      }
      letters.sort(Comparator.comparingInt(Letter::at));
      after.all.forEach(one -> paragraphs.put(one.start, one));
    }

    private static BitSet places(Part part) {
      BitSet places = new BitSet();
      part.all.forEach(one -> one.places.forEach(place -> places.set(place.start())));
      return places;
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
      loose(Letter::isNow, stretch -> extend(stretch) ? "" : "inserted text: ", left);
      loose(Letter::isOld, stretch -> "deleted text: ", left);
      for (Extent extent : extents.values()) {
        Paragraph last = null;
        for (Letter one : between(extent.start, extent.end)) {
          extent.isChanged |= one.isOld() != one.isNow();
          if (one.isOld()) {
            extent.before.append(one.letter());
          }
          if (one.isNow()) {
            extent.after.append(last == null || last == one.paragraph() ? "" : " ");
            extent.after.append(one.letter());
            last = one.paragraph();
          }
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

    /** Returns the letters from a place to one after it. */
    private List<Letter> between(int from, int to) {
      return letters.subList(first(from), first(Math.max(from, to)));
    }

    /** Returns the first letter at or after a place. */
    private int first(int place) {
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

    /**
     * Finds stretches of changed text outside of the sentences.
     *
     * @param kind what to say of one; "" if it has found its sentence
     */
    private void loose(
        Predicate<Letter> isRead, Function<List<Letter>, String> kind, List<String> left) {
      List<Letter> read = letters.stream().filter(isRead).toList();
      for (int i = 0; i < read.size(); i++) {
        int end = i;
        while (end < read.size() && isLoose(read.get(end), read.get(i))) {
          end++;
        }
        List<Letter> stretch = read.subList(i, end);
        if (!text(stretch).isEmpty()) {
          String what = kind.apply(stretch);
          left.addAll(what.isEmpty() ? List.of() : List.of(what + text(stretch)));
        }
        i = Math.max(i, end - 1);
      }
    }

    private static String text(List<Letter> letters) {
      StringBuilder text = new StringBuilder();
      letters.forEach(one -> text.append(one.letter()));
      return text.toString().strip();
    }

    private boolean isLoose(Letter one, Letter first) {
      Extent extent = value(extents.floorEntry(one.at()));
      return one.isOld() != one.isNow()
          && one.paragraph() == first.paragraph()
          && (extent == null || !extent.has(one.at()));
    }

    /** Gives inserted text to the sentence to which it belongs: a whole one to that before it. */
    private boolean extend(List<Letter> inserted) {
      int at = inserted.get(0).at();
      int end = inserted.get(inserted.size() - 1).at() + 1;
      Optional<Extent> earlier =
          Optional.ofNullable(value(extents.lowerEntry(at)))
              .filter(one -> isOne(one.end - 1, at) && isSpace(one.end, at));
      Optional<Extent> later =
          Optional.ofNullable(value(extents.higherEntry(at)))
              .filter(one -> isOne(one.start, at) && isSpace(end, one.start));
      boolean replacesLater =
          later.isPresent()
              && between(end, later.get().start).isEmpty()
              && !between(end, later.get().start + 1).get(0).isNow();
      boolean isWhole =
          (earlier.isPresent() && between(earlier.get().end, at).isEmpty())
              || SENTENCE_END.matcher(text(inserted)).find();
      if (earlier.isPresent() && !replacesLater && (isWhole || later.isEmpty())) {
        earlier.get().end = end;
      } else if (later.isPresent()) {
        extents.remove(later.get().start);
        later.get().start = at;
        extents.put(at, later.get());
      }
      return earlier.isPresent() || later.isPresent();
    }

    private boolean isSpace(int from, int to) {
      return between(from, to).stream().allMatch(one -> WhiteSpace.isSpace(one.letter()));
    }
  }
}
