package ballast.workflow.check;

import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.check.Finding;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Finds the inline program code and formulas in the sentences of an article. */
final class ProgramCode {

  private final IdentityHashMap<Document, List<Span>> known = new IdentityHashMap<>();

  /** The code in a pair of texts, each made of sentences as an alignment joins them. */
  Finding.Spans in(List<Segment> source, List<Segment> target) {
    return new Finding.Spans(in(source), in(target));
  }

  private List<Span> in(List<Segment> sentences) {
    List<Span> found = new ArrayList<>();
    int start = 0;
    for (Segment sentence : sentences) {
      Document document = sentence.document();
      if (document.markup().codes().isEmpty()) {
        return List.of();
      }
      for (Span code : known.computeIfAbsent(document, one -> one.markup().programs())) {
        if (sentence.span().contains(code)) {
          int shift = start - sentence.span().start();
          found.add(new Span(code.start() + shift, code.end() + shift));
        }
      }
      start += sentence.span().length() + (document.lang().isChinese() ? 0 : 1);
    }
    return found;
  }
}
