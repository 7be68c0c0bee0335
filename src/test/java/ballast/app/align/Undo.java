package ballast.app.align;

/** Undoes and redoes the last command on an article. */
final class Undo {

  private Undo() {}

  static OpenArticle last(BeadEditor editor, OpenArticle article) {
    return editor.reverse(article, editor.next(article, false).orElseThrow(), false);
  }

  static OpenArticle again(BeadEditor editor, OpenArticle article) {
    return editor.reverse(article, editor.next(article, true).orElseThrow(), true);
  }
}
