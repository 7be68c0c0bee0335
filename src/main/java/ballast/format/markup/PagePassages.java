package ballast.format.markup;

import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.PageCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exact stretch of each block of a page in its file, and its inline codes: what stands
 * between the characters of its text, and the tags at its ends that belong to one of those.
 */
public final class PagePassages implements PageCodes {

  @Override
  public List<FoundBlock> coded(String html, List<FoundBlock> blocks) {
    return of(html, blocks).stream().map(MarkupBlock::found).toList();
  }

  /** The blocks with their codes and places; {@link TextRules#NOWHERE} for those without. */
  static List<MarkupBlock> of(String html, List<FoundBlock> blocks) {
    List<@Nullable TextStretch> stretches = new ArrayList<>();
    for (FoundBlock block : blocks) {
      stretches.add(TextStretch.of(html, block, /* entities= */ true).orElse(null));
    }
    dropOverlaps(stretches);
    List<MarkupBlock> result = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TextStretch stretch = stretches.get(i);
      if (stretch == null) {
        result.add(PagePassage.nowhere(blocks.get(i)));
        continue;
      }
      Span own = stretch.span();
      int next = Math.max(own.end(), start(stretches, i + 1).orElse(html.length()));
      Span free = new Span(end <= own.start() ? end : own.start(), next);
      MarkupBlock block = new PagePassage(html, blocks.get(i), stretch).block(free);
      result.add(block);
      end = Math.max(end, block.raw().end());
    }
    return result;
  }

  private static Optional<Integer> start(List<@Nullable TextStretch> stretches, int from) {
    for (int i = from; i < stretches.size(); i++) {
      TextStretch stretch = stretches.get(i);
      if (stretch != null) {
        return Optional.of(stretch.span().start());
      }
    }
    return Optional.empty();
  }

  /** Blocks that stand in one place: the page has been rearranged while it was read. */
  private static void dropOverlaps(List<@Nullable TextStretch> stretches) {
    List<Integer> order =
        IntStream.range(0, stretches.size())
            .filter(i -> stretches.get(i) != null)
            .boxed()
            .sorted(Comparator.comparing(i -> span(stretches, i)))
            .toList();
    Set<Integer> dropped = new HashSet<>();
    int longest = -1;
    int end = 0;
    for (int i : order) {
      Span own = span(stretches, i);
      if (own.start() < end && own.end() <= end) {
        // The words of the longer one stand around it.
        dropped.add(longest);
        end = own.end();
        longest = i;
      } else if (own.start() < end) {
        dropped.addAll(List.of(i, longest));
      }
      if (own.end() > end) {
        end = own.end();
        longest = i;
      }
    }
    dropped.forEach(i -> stretches.set(i, null));
  }

  private static Span span(List<@Nullable TextStretch> stretches, int i) {
    TextStretch stretch = stretches.get(i);
    return stretch == null ? new Span(0, 0) : stretch.span();
  }
}
