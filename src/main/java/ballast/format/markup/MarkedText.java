package ballast.format.markup;

import java.util.List;

/** Reads a format into blocks that can be written again. Thread-safe. */
@FunctionalInterface
interface MarkedText {

  /** The blocks of a file with these characters. */
  List<MarkupBlock> blocks(String text);
}
