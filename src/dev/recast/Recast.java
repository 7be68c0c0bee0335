import com.sun.source.tree.*;
import com.sun.source.util.*;
import com.sun.tools.javac.tree.JCTree;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;
import javax.lang.model.element.*;
import javax.tools.*;

/** Moves, renames and folds Java types by attributed references. See main. */
public class Recast {
  static Path root;
  static final List<String> ROOTS = List.of("src/main/java", "src/test/java", "src/spark/java", "src/spark/test", "src/bundle/java", "src/bench/java");
  /** A type by its path: package, outermost, nested. */
  record T(String pkg, List<String> names) {
    String simple() { return names.get(names.size() - 1); }
    String top() { return pkg + "." + names.get(0); }
    String fq() { return pkg + "." + String.join(".", names); }
    T outer() { return new T(pkg, names.subList(0, names.size() - 1)); }
    T add(List<String> more) { List<String> n = new ArrayList<>(names); n.addAll(more); return new T(pkg, List.copyOf(n)); }
    boolean nested() { return names.size() > 1; }
  }
  record Ref(int start, int end, T type, String text, boolean soft, boolean inComment) {}
  record Edit(int start, int end, String text) {}
  static class Unit {
    Path path; String dir; String source; String pkg; String top; CompilationUnitTree tree;
    Map<String, String> imports = new LinkedHashMap<>(); // simple -> fq
    List<String> staticImports = new ArrayList<>();
    int bodyStart; List<Ref> refs = new ArrayList<>(); Set<String> declared = new TreeSet<>(); Set<String> direct = new TreeSet<>();
    ClassTree cls; int clsStart, clsEnd; List<int[]> ctors = new ArrayList<>(); Set<String> extIdents = new TreeSet<>();
    Set<String> softUse = new TreeSet<>(); Set<String> members = new TreeSet<>(); boolean staticOnly; int[] privateCtor; int docLines;
    Set<String> idents = new TreeSet<>(); Set<String> inStatic = new TreeSet<>(); boolean heavy; Set<String> localNames = new TreeSet<>();
    List<int[]> staticSelects = new ArrayList<>();
  }
  static final Map<String, Unit> UNITS = new TreeMap<>(); // by top fq; package-info by path
  static final List<Unit> ALL = new ArrayList<>();

  static T typeOf(Element e) {
    if (!(e instanceof TypeElement t) || t.getQualifiedName().length() == 0) return null;
    Deque<String> names = new ArrayDeque<>();
    Element x = t;
    while (x instanceof TypeElement y) { names.addFirst(y.getSimpleName().toString()); x = y.getEnclosingElement(); }
    if (!(x instanceof PackageElement p)) return null;
    return new T(p.getQualifiedName().toString(), List.copyOf(names));
  }

  static void read(String classPath) throws Exception {
    JavaCompiler c = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager fm = c.getStandardFileManager(null, null, null);
    List<Path> files = new ArrayList<>();
    for (String r : ROOTS) if (Files.isDirectory(root.resolve(r))) try (Stream<Path> s = Files.walk(root.resolve(r))) { s.filter(p -> p.toString().endsWith(".java")).forEach(files::add); }
    // package-info of tests and spark clash with main's: leave out
    Set<String> seen = new HashSet<>(); List<Path> given = new ArrayList<>();
    for (Path p : files) { String rel = relative(p); if (rel.endsWith("package-info.java") && !seen.add(rel)) continue; given.add(p); }
    DiagnosticCollector<JavaFileObject> diags = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) c.getTask(null, fm, diags, List.of("-cp", classPath, "-proc:none", "--release", "17", "-Xmaxerrs", "1000"), null, fm.getJavaFileObjectsFromPaths(given));
    Map<CompilationUnitTree, Unit> byTree = new LinkedHashMap<>();
    for (CompilationUnitTree t : task.parse()) byTree.put(t, null);
    task.analyze();
    int errs = 0;
    for (var d : diags.getDiagnostics()) if (d.getKind() == Diagnostic.Kind.ERROR && errs++ < 20) System.err.println(d);
    if (errs > 0) System.err.println(errs + " errors");
    Trees trees = Trees.instance(task);
    SourcePositions pos = trees.getSourcePositions();
    for (CompilationUnitTree cu : byTree.keySet()) {
      Unit u = new Unit(); u.tree = cu; u.path = Path.of(cu.getSourceFile().toUri()); u.source = cu.getSourceFile().getCharContent(true).toString();
      for (String r : ROOTS) if (u.path.startsWith(root.resolve(r))) u.dir = r;
      u.pkg = cu.getPackageName().toString();
      ALL.add(u);
      int last = (int) pos.getEndPosition(cu, cu.getPackage());
      for (ImportTree i : cu.getImports()) {
        last = Math.max(last, (int) pos.getEndPosition(cu, i));
        String q = i.getQualifiedIdentifier().toString();
        if (i.isStatic()) u.staticImports.add(q); else u.imports.put(q.substring(q.lastIndexOf('.') + 1), q);
      }
      u.bodyStart = last;
      if (cu.getTypeDecls().isEmpty()) continue;
      if (cu.getTypeDecls().size() > 1) System.err.println("several types: " + u.path);
      u.cls = (ClassTree) cu.getTypeDecls().get(0); u.top = u.cls.getSimpleName().toString();
      u.clsStart = (int) pos.getStartPosition(cu, u.cls); u.clsEnd = (int) pos.getEndPosition(cu, u.cls);
      UNITS.put(u.pkg + "." + u.top, u);
      scan(u, trees, pos);
    }
  }
  static String relative(Path p) { for (String r : ROOTS) if (p.startsWith(root.resolve(r))) return root.resolve(r).relativize(p).toString(); throw new IllegalStateException(p.toString()); }

  static void scan(Unit u, Trees trees, SourcePositions pos) {
    TreeMap<Integer, Ref> refs = new TreeMap<>();
    boolean[] only = {true};
    for (Tree m : u.cls.getMembers()) {
      if (m instanceof ClassTree n) { u.direct.add(n.getSimpleName().toString()); }
      if (m instanceof MethodTree n) {
        boolean ctor = n.getName().contentEquals("<init>");
        if (ctor) { 
          if (n.getParameters().isEmpty() && n.getModifiers().getFlags().contains(Modifier.PRIVATE) && n.getBody().getStatements().size() <= 1) u.privateCtor = new int[] {(int) pos.getStartPosition(u.tree, n), (int) pos.getEndPosition(u.tree, n)};
          else if (pos.getEndPosition(u.tree, n) > 0 && pos.getStartPosition(u.tree, n) != u.clsStart) only[0] = false;
        } else { u.members.add(n.getName().toString()); if (!n.getModifiers().getFlags().contains(Modifier.STATIC)) only[0] = false; }
      }
      if (m instanceof VariableTree v) { u.members.add(v.getName().toString()); if (!v.getModifiers().getFlags().contains(Modifier.STATIC)) only[0] = false; }
      if (m instanceof BlockTree) only[0] = false;
    }
    u.staticOnly = only[0] && u.cls.getKind() == Tree.Kind.CLASS && u.cls.getImplementsClause().isEmpty() && u.cls.getExtendsClause() == null && u.privateCtor != null;
    new TreePathScanner<Void, Void>() {
      @Override public Void visitImport(ImportTree t, Void v) { return null; }
      @Override public Void visitPackage(PackageTree t, Void v) { return null; }
      @Override public Void visitClass(ClassTree t, Void v) {
        if (t != u.cls) u.declared.add(t.getSimpleName().toString());
        return super.visitClass(t, v);
      }
      @Override public Void visitMethod(MethodTree t, Void v) {
        if (t.getName().contentEquals("<init>") && getCurrentPath().getParentPath().getLeaf() == u.cls) {
          int p = ((JCTree.JCMethodDecl) t).pos;
          if (p >= 0 && u.source.startsWith(u.top, p)) u.ctors.add(new int[] {p, p + u.top.length()});
        }
        return super.visitMethod(t, v);
      }
      int staticDepth = 0;
      @Override public Void visitVariable(VariableTree t, Void v) {
        u.localNames.add(t.getName().toString());
        boolean st = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree && t.getModifiers().getFlags().contains(Modifier.STATIC);
        if (st) {
          staticDepth++;
          if (t.getInitializer() != null && getCurrentPath().getParentPath().getLeaf() == u.cls) {
            String i = t.getInitializer().toString();
            if (i.contains("(") && !i.matches("(?s)(Pattern\\.compile|Set\\.of|List\\.of|Map\\.of|Duration\\.of\\w+|Comparator\\.\\w+|Locale\\.\\w+|EnumSet\\.of)\\(.{0,600}")) u.heavy = true;
            if (t.getInitializer() instanceof NewArrayTree || i.length() > 700) u.heavy = true;
          }
        }
        super.visitVariable(t, v);
        if (st) staticDepth--;
        return null;
      }
      @Override public Void visitBlock(BlockTree t, Void v) {
        boolean st = t.isStatic(); if (st) { staticDepth++; }
        super.visitBlock(t, v); if (st) staticDepth--; return null;
      }
      @Override public Void visitMemberSelect(MemberSelectTree t, Void v) {
        String id = t.getIdentifier().toString();
        if (!id.equals("class") && !id.equals("this") && !id.equals("super")) {
          Element e = trees.getElement(getCurrentPath());
          T type = e == null ? null : typeOf(e);
          int s = (int) pos.getStartPosition(u.tree, t), x = (int) pos.getEndPosition(u.tree, t);
          if (type != null && s >= 0 && x > s) {
            String text = u.source.substring(s, x);
            if (text.matches("[\\w.]+")) { add(new Ref(s, x, type, text, false, false)); return null; }
          }
          if (e != null && type == null && e.getEnclosingElement() != null) { T o = typeOf(e.getEnclosingElement()); if (o != null) u.softUse.add(o.fq()); }
        }
        return super.visitMemberSelect(t, v);
      }
      @Override public Void visitMemberReference(MemberReferenceTree t, Void v) {
        Element e = trees.getElement(getCurrentPath());
        if (e != null && e.getEnclosingElement() != null) { T o = typeOf(e.getEnclosingElement()); if (o != null) u.softUse.add(o.fq()); }
        return super.visitMemberReference(t, v);
      }
      @Override public Void visitIdentifier(IdentifierTree t, Void v) {
        Element e = trees.getElement(getCurrentPath());
        int s = (int) pos.getStartPosition(u.tree, t); String n = t.getName().toString();
        u.idents.add(n);
        if (e == null || s < 0 || !u.source.startsWith(n, s)) return null;
        T type = typeOf(e);
        if (type != null) add(new Ref(s, s + n.length(), type, n, false, false));
        return null;
      }
      void add(Ref r) { if (staticDepth > 0) u.inStatic.add(r.type.top()); refs.putIfAbsent(r.start, r); if (refs.get(r.start).end < r.end) refs.put(r.start, r); }
    }.scan(new TreePath(new TreePath(u.tree), u.cls), null);
    // comments
    Matcher m = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL).matcher(u.source);
    while (m.find()) {
      if (m.start() < u.bodyStart) continue;
      String text = m.group();
      Matcher l = Pattern.compile("(?:\\{@link(?:plain)?\\s+(?:\\*\\s+)?|@see\\s+|@throws\\s+)([A-Z]\\w*(?:\\.[A-Z]\\w*)*)").matcher(text);
      while (l.find()) {
        String name = l.group(1); String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        int at = m.start() + l.start(1);
        String fq = u.imports.get(first);
        T base = null;
        if (u.direct.contains(first) || u.declared.contains(first)) continue;
        if (first.equals(u.top)) base = new T(u.pkg, List.of(first));
        else if (fq != null) { T t = fromFq(fq); base = t; if (t == null) { u.extIdents.add(first); continue; } }
        else base = new T(u.pkg, List.of(first));
        if (!UNITS_EXIST(base.top())) continue;
        T full = name.contains(".") ? base.add(List.of(name.substring(first.length() + 1).split("\\."))) : base;
        refs.put(at, new Ref(at, at + name.length(), full, name, true, true));
      }
    }
    u.refs.addAll(refs.values());
    m = Pattern.compile("/\\*\\*.*?\\*/\\s*\\z", Pattern.DOTALL).matcher(u.source.substring(u.bodyStart, u.clsStart));
    u.docLines = m.find() ? (int) m.group().strip().lines().count() : 0;
  }
  static boolean UNITS_EXIST(String top) { for (String r : ROOTS) if (Files.exists(root.resolve(r).resolve(top.replace('.', '/') + ".java"))) return true; return false; }
  static T fromFq(String fq) {
    if (!fq.startsWith("ballast.")) return null;
    String[] p = fq.split("\\."); int i = 0; while (i < p.length && !Character.isUpperCase(p[i].charAt(0))) i++;
    return new T(String.join(".", Arrays.copyOfRange(p, 0, i)), List.of(Arrays.copyOfRange(p, i, p.length)));
  }

  // ---- mapping
  static final Map<String, T> MAP = new LinkedHashMap<>(); // old top fq -> new path
  static final Map<String, String> PKG = new LinkedHashMap<>();
  static final Set<String> SPLICE = new LinkedHashSet<>(); static final Set<String> NOTPRIVATE = new HashSet<>(); static final Set<String> QUALIFY = new HashSet<>(); static final Set<String> PUBLIC = new HashSet<>();
  static T target(T t) {
    if (!t.pkg.startsWith("ballast")) return t;
    String top = t.top();
    T n = MAP.get(top);
    if (n == null) n = new T(PKG.getOrDefault(t.pkg, t.pkg), List.of(t.names.get(0)));
    return t.nested() ? n.add(t.names.subList(1, t.names.size())) : n;
  }
  static boolean ours(T t) { return t.pkg.startsWith("ballast"); }
  static void mapping(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      line = line.replaceAll("#.*", "").strip(); if (line.isEmpty()) continue;
      if (line.startsWith("package ")) { String[] p = line.substring(8).split("\\s*->\\s*"); PKG.put(p[0].strip(), p[1].strip()); continue; }
      String[] p = line.split("\\s*->\\s*"); String old = p[0].strip(); String[] q = p[1].strip().split("\\s+");
      T o = fromFq(old);
      if (!UNITS.containsKey(old)) { System.err.println("no such type: " + old); continue; }
      String to = q[0];
      for (int i = 1; i < q.length; i++) { if (q[i].equals("splice")) SPLICE.add(old); if (q[i].equals("shared")) NOTPRIVATE.add(old); if (q[i].equals("qualify")) QUALIFY.add(old); if (q[i].equals("public")) PUBLIC.add(old); }
      MAP.put(old, fromFq(to.startsWith("ballast.") ? to : newPkg(o.pkg) + "." + to));
    }
  }
  static String newPkg(String p) { return PKG.getOrDefault(p, p); }

  // ---- apply
  static class Out { T top; String dir; Unit host; List<Unit> parts = new ArrayList<>(); Set<String> imports = new TreeSet<>(); Set<String> statics = new TreeSet<>(); Set<String> direct = new TreeSet<>(); Map<String, String> wanted = new TreeMap<>(); }
  static final List<String> PROBLEMS = new ArrayList<>();

  static void apply() throws IOException {
    Map<String, Out> outs = new LinkedHashMap<>();
    for (Unit u : ALL) {
      if (u.cls == null) continue;
      T n = target(new T(u.pkg, List.of(u.top)));
      Out o = outs.computeIfAbsent(u.dir + ":" + n.top(), k -> new Out()); o.top = new T(n.pkg, List.of(n.names.get(0))); o.dir = u.dir;
      o.parts.add(u); if (!n.nested()) { if (o.host != null) PROBLEMS.add("two hosts " + n.fq()); o.host = u; o.direct.addAll(u.direct); } else if (n.names.size() == 2 && !SPLICE.contains(u.pkg + "." + u.top)) { if (!o.direct.add(n.names.get(1))) PROBLEMS.add("nested twice: " + n.fq()); }
    }
    for (Out o : outs.values()) {
      if (o.host == null) PROBLEMS.add("no host: " + o.top.fq() + " in " + o.dir);
      for (Unit u : o.parts) if (SPLICE.contains(u.pkg + "." + u.top)) for (String d : u.direct) if (!o.direct.add(d)) PROBLEMS.add("nested twice by splice: " + o.top.fq() + "." + d);
    }
    // users by file, then what becomes methods
    Map<String, Set<String>> users = new HashMap<>(), pkgUsers = new HashMap<>();
    for (Unit u : ALL) {
      if (u.cls == null) continue;
      T me = target(new T(u.pkg, List.of(u.top)));
      for (Ref r : u.refs) if (ours(r.type) && !r.inComment) use(users, pkgUsers, r.type, me);
      for (String s : u.softUse) { T t = fromFq(s); if (t != null) { use(users, pkgUsers, t, me); } }
      for (String s : u.staticImports) { T t = fromFq(s); if (t == null) continue; List<String> ns = t.names; while (ns.size() > 1 && !UNITS.containsKey(t.pkg + "." + ns.get(0))) ns = ns.subList(0, ns.size() - 1); use(users, pkgUsers, new T(t.pkg, List.of(t.names.get(0))), me); }
    }
    for (Out o : outs.values()) {
      if (o.host == null || o.host.cls.getKind() == Tree.Kind.INTERFACE) continue;
      Set<String> names = new HashSet<>(o.host.members);
      for (Unit u : o.parts) {
        if (true || u == o.host || !u.staticOnly || u.heavy || u.docLines > 5) continue;
        String fq = u.pkg + "." + u.top; T me = target(new T(u.pkg, List.of(u.top)));
        if (NOTPRIVATE.contains(fq) || !soleUser(users, fq, o) || me.names.size() != 2 || !me.simple().equals(u.top)) continue;
        boolean clash = false;
        for (Unit p : o.parts) { if (p != u) { if (p.inStatic.contains(fq)) clash = true; for (String m : u.members) if (p.members.contains(m) || p.localNames.contains(m)) clash = true; } }
        for (Unit p : o.parts) if (p != u) for (String si : u.staticImports) if (p.members.contains(si.substring(si.lastIndexOf('.') + 1))) clash = true;
        for (String m : u.members) if (!names.add(m)) clash = true;
        for (String d : u.direct) if (!o.direct.add(d)) clash = true;
        if (clash) continue;
        o.direct.remove(u.top); SPLICE.add(fq); System.err.println("methods: " + fq + " -> " + o.top.fq());
      }
    }
    Set<Path> written = new HashSet<>(), old = new HashSet<>();
    for (Out o : outs.values()) {
      if (o.host == null) continue;
      boolean plain = o.parts.size() == 1 && target(new T(o.host.pkg, List.of(o.host.top))).equals(new T(o.host.pkg, List.of(o.host.top)));
      String text = assemble(o, users, pkgUsers);
      Path path = root.resolve(o.dir).resolve(o.top.fq().replace('.', '/') + ".java");
      for (Unit u : o.parts) old.add(u.path);
      written.add(path);
      if (plain && text.equals(o.host.source)) continue;
      Files.createDirectories(path.getParent());
      TOWRITE.put(path, text);
    }
    if (!PROBLEMS.isEmpty()) { PROBLEMS.forEach(System.err::println); }
    if (PROBLEMS.stream().anyMatch(p -> !p.startsWith("warn")) ) { System.err.println("nothing written"); System.exit(1); }
    // new folder names of packages: package-info
    for (Unit u : ALL) if (u.cls == null && PKG.containsKey(u.pkg)) {
      Path to = root.resolve(u.dir).resolve(newPkg(u.pkg).replace('.', '/') + "/package-info.java");
      String t = u.source.replace("package " + u.pkg + ";", "package " + newPkg(u.pkg) + ";");
      if (TOWRITE.containsKey(to) || (Files.exists(to) && !PKG.containsKey(newPkg(u.pkg)) )) { System.err.println("package-info merged away: " + u.path); Files.delete(u.path); } else { TOWRITE.put(to, t); old.add(u.path); written.add(to); }
    }
    for (Path p : old) if (!written.contains(p)) Files.deleteIfExists(p);
    for (var e : TOWRITE.entrySet()) { Files.createDirectories(e.getKey().getParent()); Files.writeString(e.getKey(), e.getValue()); System.out.println(e.getKey()); }
  }
  static final Map<Path, String> TOWRITE = new LinkedHashMap<>();
  static void use(Map<String, Set<String>> users, Map<String, Set<String>> pkgUsers, T type, T me) {
    if (!ours(type)) return;
    // the outermost old type and each nested level count
    String top = type.top();
    users.computeIfAbsent(top, k -> new TreeSet<>()).add(me.top());
    pkgUsers.computeIfAbsent(top, k -> new TreeSet<>()).add(me.pkg);
  }

  static String assemble(Out o, Map<String, Set<String>> users, Map<String, Set<String>> pkgUsers) {
    // names wanted by import in this file: simple -> fq; conflicts are written in full
    String here = o.top.pkg;
    Map<String, String> names = new HashMap<>();
    // pass 1: decide for each part's refs
    o.parts.sort(Comparator.comparing((Unit u) -> u != o.host));
    Set<String> taken = new HashSet<>(o.direct); taken.add(o.top.names.get(0));
    List<Unit> children = new ArrayList<>(o.parts); children.remove(o.host);
    children = order(o, children);
    Map<Unit, String> bodies = new LinkedHashMap<>();
    List<Unit> all = new ArrayList<>(); all.add(o.host); all.addAll(children);
    for (Unit u : all) bodies.put(u, body(u, o, taken, names, users, pkgUsers));
    String host = bodies.get(o.host).strip() + "\n";
    // nested trees: children of children
    Map<T, StringBuilder> kids = new LinkedHashMap<>();
    for (Unit u : children) {
      T n = target(new T(u.pkg, List.of(u.top)));
      T parent = SPLICE.contains(u.pkg + "." + u.top) ? n : n.outer();
      if (parent.names.size() > 1 && !SPLICE.contains(u.pkg + "." + u.top)) kids.computeIfAbsent(parent, k -> new StringBuilder());
    }
    StringBuilder in = new StringBuilder();
    for (Unit u : children) {
      T n = target(new T(u.pkg, List.of(u.top)));
      boolean splice = SPLICE.contains(u.pkg + "." + u.top);
      T parent = splice ? n : n.outer();
      String b = bodies.get(u).strip() + "\n";
      if (!splice) for (Unit k : children) if (k != u) { T kn = target(new T(k.pkg, List.of(k.top))); T kp = SPLICE.contains(k.pkg + "." + k.top) ? kn : kn.outer(); if (kp.equals(n)) b = inside(b, bodies.get(k).strip() + "\n"); }
      if (parent.names.size() == 1) in.append("\n").append(b);
    }
    if (in.length() > 0) host = inside(host, in.toString());
    StringBuilder text = new StringBuilder("package " + here + ";\n\n");
    for (String s : o.statics) text.append("import static ").append(s).append(";\n");
    if (!o.statics.isEmpty()) text.append("\n");
    Set<String> imports = new TreeSet<>(o.imports);
    for (String s : imports) text.append("import ").append(s).append(";\n");
    if (!imports.isEmpty()) text.append("\n");
    String result = text + host;
    // type-use annotations go before the last name
    result = result.replaceAll("@Nullable ((?:[A-Z]\\w*\\.)+)([A-Z]\\w*)\\b(?!\\s*\\()", "$1@Nullable $2");
    return result;
  }
  static String inside(String parent, String child) {
    int at = parent.stripTrailing().lastIndexOf('}');
    return parent.substring(0, at) + "\n" + child + "}\n";
  }
  static List<Unit> order(Out o, List<Unit> children) {
    List<Unit> sorted = new ArrayList<>(); List<Unit> left = new ArrayList<>(children);
    Deque<Unit> queue = new ArrayDeque<>(List.of(o.host));
    while (!queue.isEmpty()) {
      Unit u = queue.poll();
      List<Unit> next = new ArrayList<>();
      for (Ref r : u.refs) { if (r.inComment) continue; Unit k = UNITS.get(r.type.top()); if (k != null && left.remove(k)) next.add(k); }
      for (Unit k : next) { sorted.add(k); queue.add(k); }
    }
    sorted.addAll(left);
    return sorted;
  }

  static String body(Unit u, Out o, Set<String> taken, Map<String, String> names, Map<String, Set<String>> users, Map<String, Set<String>> pkgUsers) {
    String fq = u.pkg + "." + u.top; T me = target(new T(u.pkg, List.of(u.top)));
    boolean splice = SPLICE.contains(fq);
    List<Edit> edits = new ArrayList<>();
    for (Ref r : u.refs) {
      String t = render(u, o, r, me, taken, names);
      // Foo.method() of a spliced class
      T target = target(r.type);
      if (SPLICE.contains(r.type.top()) && !r.type.nested() && !r.inComment) {
        String rest = u.source.substring(r.end);
        if (rest.startsWith(".")) { edits.add(new Edit(r.start, r.end + 1, "")); continue; }
        if (rest.startsWith("::")) { edits.add(new Edit(r.start, r.end, o.top.names.get(0))); continue; }
        if (rest.startsWith(".class")) { edits.add(new Edit(r.start, r.end, o.top.names.get(0))); continue; }
      }
      if (!t.equals(r.text)) edits.add(new Edit(r.start, r.end, t));
    }
    for (String n : u.extIdents) { String i = u.imports.get(n); if (i != null) want(o, u, n, i, names, taken); }
    for (String s : u.staticImports) {
      T t = fromFq(s); String member = s.substring(s.lastIndexOf('.') + 1); String owner = s.substring(0, s.lastIndexOf('.'));
      T ot = fromFq(owner);
      boolean used = member.equals("*") || u.idents.contains(member);
      if (!used) continue;
      String now = ot == null ? s : target(ot).fq() + "." + member;
      if (ot != null && target(ot).top().equals(o.top.top()) && SPLICE.contains(ot.top())) continue;
      o.statics.add(now);
      for (Unit p : o.parts) if (p != u && p.members.contains(member)) PROBLEMS.add("warn: static import " + member + " of " + fq + " meets a member in " + o.top.fq());
    }
    // declaration
    if (!me.simple().equals(u.top) && !splice) for (int[] c : u.ctors) edits.add(new Edit(c[0], c[1], me.simple()));
    int from = u.bodyStart, to = u.source.length();
    if (splice) {
      int open = u.source.indexOf('{', nameAt(u));
      from = open + 1; to = u.clsEnd - 1;
      // the private constructor goes
      if (u.privateCtor != null) edits.add(new Edit(u.privateCtor[0], u.privateCtor[1], ""));
      String s = cut(u.source, from, to, edits);
      boolean pub = false;
      // visibility of members: private unless used by others
      s = s.replaceAll("(?m)^  (?:public |protected |private )?static ", "  private static ");
      String doc = u.source.substring(u.bodyStart, u.clsStart);
      Matcher dm = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(doc);
      if (dm.find()) {
        String t = dm.group(1).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)\\}", "$1").replaceAll("</?[a-z]+>", "").replaceAll("\\s+", " ").strip();
        StringBuilder c = new StringBuilder("\n"); StringBuilder line = new StringBuilder("  //");
        for (String w : t.split(" ")) { if (line.length() + w.length() + 1 > 98) { c.append(line).append("\n"); line = new StringBuilder("  //"); } line.append(" ").append(w); }
        s = c.append(line).append("\n\n") + s.stripLeading().replaceFirst("^", "  ");
      }
      if (!soleUser(users, fq, o)) PROBLEMS.add("spliced but used elsewhere: " + fq + " " + users.get(fq));
      return s;
    }
    int nameAt = nameAt(u);
    String header = u.source.substring(headerAt(u), nameAt);
    String h = header;
    boolean nested = me.nested();
    boolean wasPublic = header.contains("public ");
    Set<String> pu = pkgUsers.getOrDefault(fq, Set.of());
    boolean otherPackages = pu.stream().anyMatch(p -> !p.equals(me.pkg));
    h = h.replace("public ", "");
    String vis = "";
    boolean childPublic = false;
    if (!nested) for (Unit k : o.parts) if (k != u) {
      String kf = k.pkg + "." + k.top; String kn = target(new T(k.pkg, List.of(k.top))).pkg;
      boolean kPublic = k.cls.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (pkgUsers.getOrDefault(kf, Set.of()).stream().anyMatch(p -> !p.equals(kn)) || kPublic && k.cls.getKind() == Tree.Kind.INTERFACE) childPublic = true;
    }
    if (nested && wasPublic && u.cls.getKind() == Tree.Kind.INTERFACE) otherPackages = true;
    if (childPublic && !wasPublic) PROBLEMS.add("warn: host made public " + fq);
    if (childPublic || otherPackages || PUBLIC.contains(fq) || (wasPublic && !nested && u.dir.equals("src/main/java"))) { vis = "public "; if (!wasPublic) PROBLEMS.add("warn: made public " + fq + " for " + pu); }
    else if (nested && soleUser(users, fq, o) && !NOTPRIVATE.contains(fq) && o.host.cls.getKind() != Tree.Kind.INTERFACE && u.cls.getKind() != Tree.Kind.INTERFACE) vis = "private ";
    if (wasPublic && vis.isEmpty() && u.dir.startsWith("src/test")) vis = "";
    if (nested && u.cls.getKind() == Tree.Kind.CLASS) h = vis + "static " + h; else h = vis + h;
    if (!h.equals(header)) edits.add(new Edit(headerAt(u), nameAt, h));
    if (!me.simple().equals(u.top)) edits.add(new Edit(nameAt, nameAt + u.top.length(), me.simple()));
    return cut(u.source, from, to, edits);
  }
  static boolean soleUser(Map<String, Set<String>> users, String fq, Out o) {
    for (String s : users.getOrDefault(fq, Set.of())) if (!s.equals(o.top.top())) return false;
    return true;
  }
  static int nameAt(Unit u) {
    Matcher m = Pattern.compile("(?:class|record|enum|@?interface)\\s+" + u.top + "\\b").matcher(u.source);
    int at = u.clsStart;
    // modifiers contain no such words but in annotations
    if (!m.find(at)) throw new IllegalStateException(u.path.toString());
    return m.end() - u.top.length();
  }
  static int headerAt(Unit u) {
    Matcher m = Pattern.compile("(?m)^(?:(?:public|final|abstract|sealed|non-sealed|strictfp)\\s+)*(?:class|record|enum|@?interface)\\s+" + u.top + "\\b").matcher(u.source);
    if (!m.find(u.clsStart)) throw new IllegalStateException(u.path.toString());
    return m.start();
  }
  static String cut(String source, int from, int to, List<Edit> edits) {
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder b = new StringBuilder(); int at = from;
    for (Edit e : edits) {
      if (e.start < from || e.end > to) continue;
      if (e.start < at) continue;
      b.append(source, at, e.start).append(e.text); at = e.end;
    }
    return b.append(source, at, to).toString();
  }
  /** Claims the simple name for an import; false if another type has it. */
  static boolean want(Out o, Unit u, String simple, String fq, Map<String, String> names, Set<String> taken) {
    if (taken.contains(simple) && !fq.equals(o.top.fq())) return false;
    String had = names.putIfAbsent(simple, fq);
    if (had != null && !had.equals(fq)) return false;
    String pkg = fq.substring(0, fq.lastIndexOf('.'));
    if (!pkg.equals(o.top.pkg) && !fq.equals(o.top.fq())) o.imports.add(fq);
    return true;
  }
  static final Set<String> GENERIC = Set.of("Kind", "Result", "Builder", "Options", "Request", "Entry", "Reader", "Writer", "Row", "Part", "Problems", "Counts", "Summary", "Info", "State", "Fate", "Place", "Line", "Band", "Type", "Item", "Unit", "Units", "Names", "Name", "Pair", "Tag", "Text", "Texts", "Answer", "Limits", "Settings", "Mode", "Scope", "Order", "Step", "Event", "Form", "Size", "Role", "Right", "Member", "Setup", "Group", "Groups", "Key", "Keys", "Value", "Values", "Token", "Match", "Hit", "Hits", "Page", "Cell", "Table", "Field", "Fields", "Note", "Notes", "Status", "Change", "Changes", "Outcome", "Choice", "Query", "Filter", "Source", "Target", "Stats", "Report", "Listener", "Visitor", "Node", "Edge", "Rule", "Rules", "Level", "Word", "Words", "New", "Run", "Files", "Mark", "Marks", "Sentence", "Problem", "Move", "Moves", "Style", "Format", "Profile", "Owner", "Handle", "Input", "Output");
  static String render(Unit u, Out o, Ref r, T me, Set<String> taken, Map<String, String> names) {
    T t = r.type;
    String first = r.text.contains(".") ? r.text.substring(0, r.text.indexOf('.')) : r.text;
    String imported = u.imports.get(first);
    if (!ours(t)) {
      if (imported == null || r.text.startsWith(t.pkg + ".")) return r.text;
      if (!want(o, u, first, imported, names, taken)) { return r.text.contains(".") || imported.endsWith("." + r.text) ? conflict(o, u, imported + r.text.substring(first.length())) : r.text; }
      return r.text;
    }
    // how was it written: which prefix of the type path is named by the first word
    int depth = r.text.split("\\.").length;
    boolean full = r.text.startsWith(t.pkg + ".");
    if (full) depth = t.names.size();
    int firstIndex = t.names.size() - depth; // index in t.names of the first written word
    if (firstIndex < 0) return r.text;
    T head = new T(t.pkg, t.names.subList(0, firstIndex + 1));
    List<String> rest = t.names.subList(firstIndex + 1, t.names.size());
    String tail = rest.isEmpty() ? "" : "." + String.join(".", rest);
    if (head.nested() && imported == null && !full) {
      // in scope by enclosing or inheritance: stays
      return r.text;
    }
    return renderHead(u, o, head, me, taken, names, r) + tail;
  }
  static String renderHead(Unit u, Out o, T head, T me, Set<String> taken, Map<String, String> names, Ref r) {
    T n = target(head);
    if (SPLICE.contains(head.top()) && !head.nested()) return o.top.names.get(0);
    String simple = n.simple();
    if (n.top().equals(o.top.top())) {
      // inside this file: names of levels that enclose the place need not be written
      List<String> ns = n.names; int common = 0;
      // how many leading levels of n enclose me (me itself encloses its body)
      List<String> scope = me.names;
      while (common < ns.size() - 1 && common < scope.size() && ns.get(common).equals(scope.get(common))) common++;
      // a nested name of u of the same name hides it
      String w = String.join(".", ns.subList(common, ns.size()));
      String f = ns.get(common);
      if (u.declared.contains(f) && common < 2 && !(u == o.host && common == 1 && u.direct.contains(f) && false)) {
        if (u != o.host) w = String.join(".", ns);
      }
      return w;
    }
    // elsewhere
    if (!n.nested()) {
      if (want(o, u, simple, n.fq(), names, taken)) return simple;
      return conflict(o, u, n.fq());
    }
    if (r.inComment) return want(o, u, n.names.get(0), n.top(), names, taken) ? String.join(".", n.names) : n.fq();
    boolean renamed = !simple.equals(head.simple());
    boolean wasNested = head.nested();
    if (!renamed && !GENERIC.contains(simple) && !QUALIFY.contains(head.top()) && want(o, u, simple, n.fq(), names, taken)) { if (n.pkg.equals(o.top.pkg)) o.imports.add(n.fq()); return simple; }
    if (wasNested && u.imports.containsKey(head.simple()) && !renamed && want(o, u, simple, n.fq(), names, taken)) { o.imports.add(n.fq()); return simple; }
    T top = new T(n.pkg, n.names.subList(0, 1));
    String tail = "." + String.join(".", n.names.subList(1, n.names.size()));
    if (want(o, u, top.simple(), top.fq(), names, taken)) return top.simple() + tail;
    return conflict(o, u, n.fq());
  }
  static String conflict(Out o, Unit u, String fq) { PROBLEMS.add("warn: full name " + fq + " in " + o.top.fq() + " (" + u.top + ")"); return fq; }

  // ---- graph
  static void graph() {
    Map<String, Set<String>> users = new TreeMap<>(), tests = new TreeMap<>();
    for (Unit u : ALL) {
      if (u.cls == null) continue; String me = u.pkg + "." + u.top;
      Set<String> seen = new TreeSet<>();
      for (Ref r : u.refs) if (ours(r.type) && !r.inComment) seen.add(r.type.top());
      for (String s : u.staticImports) { T t = fromFq(s); if (t != null) seen.add(t.pkg + "." + t.names.get(0)); }
      for (String s : seen) if (!s.equals(me)) (u.dir.equals("src/test/java") || u.dir.equals("src/spark/test") ? tests : users).computeIfAbsent(s, k -> new TreeSet<>()).add(me);
    }
    for (Unit u : ALL) {
      if (u.cls == null) continue; String me = u.pkg + "." + u.top;
      System.out.println(String.join("\t", u.dir, u.pkg, u.top, u.cls.getKind().toString(), "" + u.source.lines().count(), u.staticOnly ? "static" : "-", "" + u.docLines,
          u.cls.getModifiers().getFlags().contains(Modifier.PUBLIC) ? "public" : "-", String.join(",", users.getOrDefault(me, Set.of())), String.join(",", tests.getOrDefault(me, Set.of())), String.join(",", u.direct)));
    }
  }
  public static void main(String[] a) throws Exception {
    root = Path.of(a[1]).toRealPath();
    read(Files.readString(Path.of(a[2])).strip());
    if (a[0].equals("graph")) { graph(); return; }
    mapping(Path.of(a[3])); apply();
  }
}
