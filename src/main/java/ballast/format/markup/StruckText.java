package ballast.format.markup;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.SourceSpans;
import org.commonmark.node.Text;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Text between tildes, which is struck through. */
final class StruckText extends CustomNode {

  /** Makes struck text of what stands between the tildes. */
  static final class Processor implements DelimiterProcessor {

    @Override
    public char getOpeningCharacter() {
      return '~';
    }

    @Override
    public char getClosingCharacter() {
      return '~';
    }

    @Override
    public int getMinLength() {
      return 2;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
      if (opening.length() != closing.length() || opening.length() != 2) {
        return 0;
      }
      Text opener = opening.getOpener();
      StruckText struck = new StruckText();
      SourceSpans spans = new SourceSpans();
      spans.addAllFrom(opening.getOpeners(2));
      for (Node node : Nodes.between(opener, closing.getCloser())) {
        struck.appendChild(node);
        spans.addAll(node.getSourceSpans());
      }
      spans.addAllFrom(closing.getClosers(2));
      struck.setSourceSpans(spans.getSourceSpans());
      opener.insertAfter(struck);
      return 2;
    }
  }
}
