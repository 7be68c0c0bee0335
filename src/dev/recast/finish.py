# finish.py DIR: what the tool does not do: package-info, the plan, names in scripts
import sys,os,re,pathlib
D=pathlib.Path(sys.argv[1])
M={}
PK={}
for l in open('/tmp/dev/map.txt'):
    l=l.strip()
    if l.startswith('package '):
        a,b=l[8:].split(' -> '); PK[a]=b
    else:
        a,b=l.split(' -> '); M[a]=b.split()[0]
def fq(m):
    s=m.group(0)
    parts=s.split('.')
    i=next((j for j,p in enumerate(parts) if p[0].isupper()),None)
    if i is None: return PK.get(s,s)
    top='.'.join(parts[:i+1]); rest=parts[i+1:]
    if top in M: return '.'.join([M[top]]+rest)
    p='.'.join(parts[:i])
    return '.'.join([PK.get(p,p)]+parts[i:])
for p in os.listdir('/tmp/dev/pkginfo'):
    f=D/'src/main/java/ballast'/p.replace('.','/')/'package-info.java'
    f.parent.mkdir(parents=True,exist_ok=True); f.write_text(open('/tmp/dev/pkginfo/'+p).read())
for f in D.glob('src/**/package-info.java'):
    t=f.open(newline='').read(); n=re.sub(r'ballast(?:\.[A-Za-z]\w*)+',lambda m: fq(m) if not m.string[max(0,m.start()-8):m.start()].endswith('package ') else m.group(0),t)
    if n!=t: f.write_text(n)
    # no class beside it: goes
    if not [x for x in f.parent.glob('*.java') if x.name!='package-info.java']: f.unlink()
for d,_,_ in os.walk(D/'src',topdown=False):
    try: os.rmdir(d)
    except OSError: pass
# tests' packages
for f in D.glob('src/test/java/**/package-info.java'):
    pk='.'.join(f.parent.relative_to(D/'src/test/java').parts)
    t=f.open(newline='').read(); t=re.sub(r'^package [\w.]+;',f'package {pk};',t,flags=re.M); f.write_text(t)
def sub(path,*prs):
    f=D/path; t=f.read_text()
    for a,b in prs:
        if a not in t: print('not found',path,a)
        t=t.replace(a,b)
    f.open('w',newline='').write(t)
sub('src/bundle/launcher/zip.sh',('ballast.cli.quick.','ballast.cli.tm.'))
sub('src/bundle/launcher/ballast.cmd',*[('ballast.cli.quick.','ballast.cli.tm.')] if 'cli.quick' in (D/'src/bundle/launcher/ballast.cmd').read_text() else [])
sub('src/main/scripts/ballast.cmd',('ballast.cli.quick.','ballast.cli.tm.'))
sub('src/main/scripts/ballast',('ballast.cli.quick.','ballast.cli.tm.'))
t=D/'src/test/java/ballast/cli/LookupClassesTest.java'
s=t.read_text(); s=s.replace('ballast.cli.quick.PlainSearch','ballast.cli.tm.QuickStart$PlainSearch').replace('"ballast.cli.terminal.Page"','"ballast.cli.terminal.PagedWriter"').replace('ballast.cli.option.PagerOption','ballast.cli.option.OutputOptions$PagerOption').replace('ballast.cli.terminal.FileLinks','ballast.cli.terminal.Console$FileLinks').replace('ballast.report.page.Links','ballast.app.page.Style$Links'); t.write_text(s)
# the plan
A=D/'src/test/java/ballast/ArchitectureTest.java'
s=A.read_text()
a=s.index('  static {\n'); b=s.index('  private static String[] and(')
plan='''  static {
    // The shared vocabulary and the knowledge of the two languages.
    room("bitext");
    room("language", "bitext");
    room("language.matching", "bitext", "language");
    // The engines. An engine uses another only if it is built on it, so that each can be read
    // alone.
    room("segment", "bitext", "language");
    room("lexicon", "bitext", "language");
    room("lexicon.train", "bitext", "language", "lexicon");
    room("likeness", "bitext", "language");
    room("likeness.index", "bitext", "language", "likeness");
    room("glossary", "bitext", "language");
    room("mine", "bitext", "language", "glossary");
    room("links", "bitext", "language");
    room("check", "bitext", "language", "glossary", "links");
    room("revise", "bitext", "language", "language.matching");
    room("align", "bitext", "language", "lexicon");
    // The memory: its API knows no SQL, and its users do not know which stores exist.
    room("memory", "bitext", "language", "likeness");
    String[] stored = {"bitext", "language.*", "likeness.*", "memory"};
    room("memory.store", stored);
    room("memory.index", and(stored, "memory.store"));
    room("memory.sql", and(stored, "memory.store", "memory.index"));
    room("memory.sqlite", and(stored, "memory.store", "memory.index", "memory.sql"));
    room("memory.postgres", and(stored, "memory.store", "memory.index", "memory.sql"));
    room("memory.opening", "memory", "memory.sqlite", "memory.postgres");
    // Files become records and records become files. Reading a file does not depend on how its
    // text is later analysed.
    String[] file = {"bitext", "language"};
    room("format.file", file);
    file = and(file, "format.file");
    room("format.table", file);
    room("format.article", file);
    room("format.markup", and(file, "format.article"));
    room("format.pdf", and(file, "format.article"));
    room("format.document", and(file, "format.article", "format.markup", "format.pdf"));
    room("format.unit", and(file, "format.table"));
    room("format.term", and(file, "format.table", "glossary"));
    // What a user can do: use case, result and renderings side by side.
    String[] values = {
      "bitext",
      "segment",
      "lexicon.*",
      "likeness",
      "glossary",
      "mine",
      "links",
      "check",
      "revise",
      "align",
      "memory",
      "memory.opening",
      "format.*"
    };
    String[] app = and(values, "language.*");
    for (String capability :
        List.of(
            "app",
            "app.project",
            "app.page",
            "app.documents",
            "app.units",
            "app.align",
            "app.check",
            "app.glossary",
            "app.corpus",
            "app.revisions")) {
      room(capability, app);
      app = and(app, capability);
    }
    // The doors: they parse a request, call the app and show one result. They use the values of
    // the engines and compute nothing.
    room("server", "bitext");
    String[] door = and(values, "app", "app.*");
    room("server.protocol", and(door, "server"));
    room("workbench", and(door, "server"));
    room("cli.terminal", "bitext", "app", "app.page");
    door = and(door, "cli.terminal");
    room("cli.option", door);
    door = and(door, "cli.option");
    for (String commands : List.of("align", "check", "corpus", "diff", "glossary", "tm")) {
      room("cli." + commands, door);
    }
    room("cli", and(door, "server", "server.protocol", "workbench", "cli.*"));
  }

'''
s=s[:a]+plan+s[b:]
s=s.replace('Map.entry("java.sql..", Set.of("memory", "format.sqlite"))','Map.entry("java.sql..", Set.of("memory", "format.unit"))').replace('Set.of("memory.sqlite", "format.sqlite")','Set.of("memory.sqlite", "format.unit")')
A.write_text(s)
