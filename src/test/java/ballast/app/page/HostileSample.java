package ballast.app.page;

import ballast.app.align.AlignedText;
import ballast.app.check.Samples;
import ballast.bitext.BlockType;

/** Texts that try to be more than text. */
public final class HostileSample {

  private HostileSample() {}

  /**
   * A document of eleven beads whose texts and names hold markup, controls and reading-direction
   * characters.
   *
   * @param host what the markup tries to load from, {@code 127.0.0.1:8080}
   */
  public static AlignedText text(String host) {
    String[] attempts = {
      "<script>document.title='hacked'</script>",
      "<img src=\"http://" + host + "/a.png\" onerror=\"document.title='hacked'\">",
      "</p></td></tr></table><h1>破</h1>",
      "\"><a href=\"http://" + host + "/\">x</a>",
      "<style>@import url(http://" + host + "/a.css); body { display: none }</style>",
      "<!-- ]]> --> &lt;b&gt; &amp;",
      "\u202Eesrever\u202C \u2066a\u2069 \u200Bb\uFEFF",
      "bell \u0007 escape \u001B[31m null \u0000 next\u0085",
      "lone \uD800 end \uFFFF \u2028",
      "<iframe src=\"http://" + host + "/\"></iframe><base href=\"http://" + host + "/\">",
    };
    Samples samples =
        new Samples().named("</title><script>document.title='hacked'</script>\u202Egpj.exe");
    for (String attempt : attempts) {
      samples.pair(BlockType.PARAGRAPH, attempt, attempt);
    }
    int last = attempts.length;
    return samples.source("<b>'\"</b>").bead(last, last + 1, last, last, 0.2, false).text();
  }
}
