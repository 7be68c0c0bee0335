package ballast.app.revisions;

import ballast.app.Workplace;
import ballast.app.align.ChangedTranslations;
import ballast.app.align.ChangedTranslations.Place;
import ballast.bitext.Alignment;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.format.article.ArticleBytes;
import ballast.format.article.ReaderOptions;
import ballast.format.document.DocumentReader;
import ballast.format.document.WordComments.Comment;
import ballast.format.document.WordReview;
import ballast.format.document.WordReview.Passage;
import ballast.format.document.WordReview.Passages;
import ballast.lexicon.Lexicon;
import ballast.memory.Comments;
import ballast.memory.Comments.Act;
import ballast.memory.Comments.New;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.revise.Change;
import ballast.revise.Comparison;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewKey;
import ballast.revise.TermProblems;
import ballast.revise.TextVersion;
import ballast.segment.Segmenter;
import ballast.segment.SegmenterOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a translated Word document that a reviewer has returned as the answers of a review. The
 * text before the tracked changes finds the units; the text after them is the answer.
 */
final class ReturnedDocument {

  /** Maximum number of sentences that are looked up to find the article of a document. */
  private static final int MAX_LOOKUPS = 300;

  private static final int MAX_QUOTE = 60;

  private final Memory memory;
  private final WordReview review;
  private final ChangedTranslations before;
  private final Comments comments;
  private final List<ReviewAnswers.Row> rows = new ArrayList<>();
  private final List<ReviewAnswers.Problem> problems = new ArrayList<>();
  private final Map<String, String> authors = new HashMap<>();
  private final List<New> remarks = new ArrayList<>();

  private ReturnedDocument(Workplace workplace, Memory memory, String file, String document) {
    this.memory = memory;
    this.comments = memory.comments();
    byte[] bytes = ArticleBytes.of(workplace.resolve(file), file);
    this.review = new WordReview(bytes, file);
    String name = document.isEmpty() ? document(file, bytes) : document;
    Revision revision = memory.requireRevision(name);
    this.before = ChangedTranslations.of(workplace, memory, revision, file, review.before());
  }

  /**
   * @param document the article in the memory; empty for the one that has the most sentences of it
   * @throws InputException if the document cannot be read, or its article is unknown
   */
  static ReviewSheet.Rows read(Workplace workplace, Memory memory, String file, String document) {
    return new ReturnedDocument(workplace, memory, file, document).rows();
  }

  private String document(String file, byte[] bytes) {
    Map<String, Integer> counts = new TreeMap<>();
    count(file, review.before(), counts);
    if (counts.isEmpty()) {
      count(file, bytes, counts); // all of its changes may be in the memory already
    }
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    counts.values().removeIf(count -> count < most);
    if (counts.size() != 1) {
      throw new InputException(
          counts.isEmpty()
              ? "no sentence of \"" + file + "\" is in an article of the memory"
              : "\"" + file + "\" may be any of " + String.join(", ", counts.keySet()),
          "name the article with --document (ballast tm list shows them)");
    }
    return counts.keySet().iterator().next();
  }

  /** Counts for each article the sentences of a text that it has. */
  private void count(String file, byte[] text, Map<String, Integer> counts) {
    Document document = new DocumentReader(ReaderOptions.DEFAULT).read(text, file).document();
    List<Segment> sentences = Segmenter.create(SegmenterOptions.DEFAULT).segment(document);
    int step = 1 + sentences.size() / MAX_LOOKUPS;
    for (int i = 0; i < sentences.size(); i += step) {
      memory.exact(sentences.get(i).text(), Side.TARGET, UnitFilter.CURRENT).stream()
          .map(unit -> unit.provenance().document())
          .filter(name -> !name.isEmpty())
          .distinct()
          .forEach(name -> counts.merge(name, 1, Integer::sum));
    }
  }

  private ReviewSheet.Rows rows() {
    List<Optional<Span>> spans = spans();
    List<Span> known = spans.stream().flatMap(Optional::stream).toList();
    Passages passages = review.read(before.text(), before.reading(), known);
    int next = 0;
    for (int k = 0; k < spans.size(); k++) {
      if (spans.get(k).isEmpty()) {
        problem(k, "the document does not have its sentence");
      } else {
        take(k, spans.get(k).get(), passages.passages().get(next++));
      }
    }
    for (String one : passages.left()) {
      String where = "it is in no sentence of the memory: ";
      problems.add(new ReviewAnswers.Problem(0, "", where + Excerpt.of(one, MAX_QUOTE)));
    }
    return new ReviewSheet.Rows(rows, problems, List.of(), authors, remarks);
  }

  /** Returns where the units are; sentences that were edited without tracking are compared. */
  private List<Optional<Span>> spans() {
    List<Place> places = before.places();
    List<Optional<Span>> spans = new ArrayList<>();
    places.forEach(place -> spans.add(place.span()));
    if (spans.stream().allMatch(Optional::isPresent)) {
      return spans;
    }
    List<TextVersion.Sentence> old = new ArrayList<>();
    for (Place place : places) {
      String text = place.text().isEmpty() ? place.unit().target() : place.text();
      old.add(new TextVersion.Sentence(text, old.size(), BlockType.PARAGRAPH, Set.of(), 0));
    }
    List<Segment> sentences =
        before.sentences().stream().filter(one -> one.type().isContent()).toList();
    Lang lang = before.text().document().lang();
    List<Change> changes =
        new Comparison(Lexicon.bundledWhenNeeded(), TermProblems.NONE)
            .compare(
                new TextVersion(lang, old, /* ordered= */ true),
                TextVersion.of(lang, sentences, List.of()),
                List.of(),
                lang)
            .changes();
    for (Change change : changes) {
      int k = change.old().position();
      int count = change.revised().sentences().size();
      if (change.old().sentences().size() == 1 && count > 0 && spans.get(k).isEmpty()) {
        int first = change.revised().position();
        int start = sentences.get(first).span().start();
        int end = sentences.get(first + count - 1).span().end();
        boolean isFree =
            spans.stream()
                .flatMap(Optional::stream)
                .allMatch(other -> other.end() <= start || other.start() >= end);
        spans.set(k, isFree ? Optional.of(new Span(start, end)) : Optional.empty());
      }
    }
    return spans;
  }

  private void take(int number, Span span, Optional<Passage> passage) {
    Place place = before.places().get(number);
    Unit unit = place.unit();
    boolean isKnown = !place.text().isEmpty();
    String was = isKnown ? place.text() : text(span);
    Optional<Passage> changed = passage.filter(Passage::isChanged);
    String text = changed.map(Passage::text).orElse(was);
    boolean isShown = review.isMarked(ReviewKey.of(unit).shown());
    boolean isAnswer = changed.isPresent() || !isKnown || (isShown && !was.equals(unit.target()));
    passage.ifPresent(one -> one.comments().forEach(comment -> remark(unit, comment)));
    if (isAnswer && text.isBlank()) {
      problem(number, "its translation is deleted in the document");
    } else if (isAnswer && !(text.strip().equals(was.strip()) && text.equals(unit.target()))) {
      String seen = isShown && !text.equals(unit.target()) ? unit.target() : was;
      String base = isShown || isKnown ? seen : place.aligned();
      Unit then = unit.with(unit.source(), base, List.of(), unit.provenance());
      String key = ReviewKey.of(then).text();
      rows.add(new ReviewAnswers.Row(number + 1, key, unit.source(), text, "", ""));
      passage
          .map(Passage::author)
          .filter(author -> !author.isEmpty())
          .ifPresent(author -> authors.put(unit.id(), author));
    }
  }

  private String text(Span span) {
    return Alignment.text(
        before.sentences().stream().filter(one -> span.contains(one.span())).toList());
  }

  private void remark(Unit unit, Comment comment) {
    boolean isThere =
        comments.on(unit.id()).stream()
            .flatMap(one -> one.remarks().stream())
            .anyMatch(one -> one.text().strip().equals(comment.text().strip()));
    if (!isThere && !comment.text().isBlank()) {
      Instant at = comment.author().time();
      Instant known = at.equals(Instant.EPOCH) ? null : at;
      remarks.add(
          new New(unit.id(), 0, comment.text().strip(), Act.SAY, comment.author().name(), known));
    }
  }

  private void problem(int number, String reason) {
    String unit = before.places().get(number).unit().id();
    problems.add(new ReviewAnswers.Problem(number + 1, unit, reason));
  }
}
