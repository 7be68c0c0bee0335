import com.sun.source.tree.*;
import com.sun.source.util.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import javax.lang.model.element.*;
import javax.tools.*;
public class Unused {
  public static void main(String[] a) throws Exception {
    Path root = Path.of(a[0]).toRealPath();
    JavaCompiler c = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager fm = c.getStandardFileManager(null, null, null);
    List<Path> given = new ArrayList<>();
    for (String r : List.of("src/main/java", "src/test/java", "src/spark/java", "src/spark/test", "src/bundle/java", "src/bench/java"))
      if (Files.isDirectory(root.resolve(r))) try (Stream<Path> s = Files.walk(root.resolve(r))) { s.filter(p -> p.toString().endsWith(".java") && !p.endsWith("package-info.java")).forEach(given::add); }
    JavacTask task = (JavacTask) c.getTask(null, fm, d -> {}, List.of("-cp", Files.readString(Path.of(a[1])).strip(), "-proc:none", "--release", "17"), null, fm.getJavaFileObjectsFromPaths(given));
    List<CompilationUnitTree> cus = new ArrayList<>(); for (var t : task.parse()) cus.add(t);
    task.analyze();
    Trees trees = Trees.instance(task); SourcePositions pos = trees.getSourcePositions();
    Map<Element, String> decl = new LinkedHashMap<>(); Map<Element, int[]> lines = new HashMap<>();
    Map<Element, Integer> mainUse = new HashMap<>(), testUse = new HashMap<>();
    Map<Element, Set<String>> users = new HashMap<>();
    for (CompilationUnitTree cu : cus) {
      String p = root.relativize(Path.of(cu.getSourceFile().toUri())).toString();
      boolean test = p.startsWith("src/test") || p.startsWith("src/spark/test") || p.startsWith("src/bench");
      new TreePathScanner<Void, Element>() {
        @Override public Void visitMethod(MethodTree m, Element v) {
          Element e = trees.getElement(getCurrentPath());
          if (e != null && p.startsWith("src/main/java") && pos.getStartPosition(cu, m) >= 0) {
            boolean skip = m.getModifiers().getAnnotations().stream().anyMatch(x -> true) || m.getName().contentEquals("main");
            Element owner = e.getEnclosingElement();
            if (owner.getKind() == ElementKind.RECORD && m.getParameters().isEmpty() && ((TypeElement) owner).getRecordComponents().stream().anyMatch(r -> r.getSimpleName().equals(m.getName()))) skip = true;
            if (m.getName().contentEquals("<init>") && (m.getModifiers().getFlags().contains(Modifier.PRIVATE) || owner.getKind() == ElementKind.ENUM || owner.getKind() == ElementKind.RECORD)) skip = true;
            long s = pos.getStartPosition(cu, m), n = pos.getEndPosition(cu, m);
            if (!skip && n > s) { decl.put(e, p + ":" + cu.getLineMap().getLineNumber(s) + " " + owner + "." + e); lines.put(e, new int[] {(int) (cu.getLineMap().getLineNumber(n) - cu.getLineMap().getLineNumber(s) + 1)}); }
          }
          return super.visitMethod(m, e);
        }
        void use(Element e, Element in) { if (e != null && e != in && (e.getKind() == ElementKind.METHOD || e.getKind() == ElementKind.CONSTRUCTOR)) { (test ? testUse : mainUse).merge(e, 1, Integer::sum); } }
        @Override public Void visitMemberSelect(MemberSelectTree t, Element v) { use(trees.getElement(getCurrentPath()), v); return super.visitMemberSelect(t, v); }
        @Override public Void visitIdentifier(IdentifierTree t, Element v) { use(trees.getElement(getCurrentPath()), v); return super.visitIdentifier(t, v); }
        @Override public Void visitMemberReference(MemberReferenceTree t, Element v) { use(trees.getElement(getCurrentPath()), v); return super.visitMemberReference(t, v); }
        @Override public Void visitNewClass(NewClassTree t, Element v) { use(trees.getElement(getCurrentPath()), v); return super.visitNewClass(t, v); }
      }.scan(cu, null);
    }
    for (var e : decl.entrySet()) if (!mainUse.containsKey(e.getKey())) System.out.println((testUse.containsKey(e.getKey()) ? "test " + testUse.get(e.getKey()) : "none 0") + "\t" + lines.get(e.getKey())[0] + "\t" + e.getValue());
  }
}
