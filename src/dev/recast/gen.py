import sys, collections, re
PKG={}
def pk(s):
    for l in s.strip().split('\n'):
        a,b=l.split(); PKG['ballast.'+a]='ballast.'+b
pk('''language.quantity language
likeness.near likeness
check.number check
check.term check
memory.care memory.store
format.xml format.file
format.settings format.file
format.sqlite format.unit
workflow.align app.align
report.alignment app.align
workflow.check app.check
report.finding app.check
workflow.glossary app.glossary
report.glossary app.glossary
workflow.revise app.revisions
report.revision app.revisions
workflow.memory app.units
workflow.edit app.align
workflow.exchange app.units
report.memory app.units
workflow.merge app.documents
workflow.translate app.documents
workflow.corpus app.corpus
report.corpus app.corpus
workflow.project app.project
workflow app
report.page app.page
report.chart app.page
cli.git cli.diff
cli.quick cli.tm
cli.shell cli
cli.server cli
workbench.align workbench
workbench.articles workbench
workbench.check workbench
workbench.edit workbench
workbench.export workbench
workbench.findings workbench
workbench.frame workbench
workbench.glossary workbench
workbench.memory workbench
workbench.overview workbench
workbench.revisions workbench''')
new=lambda p: PKG.get(p,p)
types={}
for l in open('/tmp/dev/graph.tsv'):
    d,p,t,k,n,st,doc,pub,us,te,di=l.rstrip('\n').split('\t')
    types[p+'.'+t]=dict(dir=d,pkg=p,name=t,kind=k,lines=int(n),static=st=='static',doc=int(doc),pub=pub=='public',users=set(filter(None,us.split(','))),tests=set(filter(None,te.split(','))),direct=set(filter(None,di.split(','))))
main={k:v for k,v in types.items() if v['dir']=='src/main/java'}
if __name__=='__main__':
    byname=collections.defaultdict(list)
    for k,v in main.items(): byname[v['name']].append(k)
    dup={k:v for k,v in byname.items() if len(v)>1}
    print('dups',len(dup)); 
    for k,v in dup.items(): print('  ',k,v)
    clash=collections.defaultdict(list)
    for k,v in main.items(): clash[new(v['pkg'])+'.'+v['name']].append(k)
    print('clash',[v for v in clash.values() if len(v)>1])
    LIMIT=int(sys.argv[1]) if len(sys.argv)>1 else 800
    one=[k for k,v in main.items() if len(v['users'])==1 and types[next(iter(v['users']))]['dir']=='src/main/java' and new(types[next(iter(v['users']))]['pkg'])==new(v['pkg'])]
    print('single-user',len(one),'static',sum(main[k]['static'] for k in one))
    tot=collections.Counter(new(v['pkg']) for v in main.values())
    c=collections.Counter(new(main[k]['pkg']) for k in one)
    for p in sorted(tot): print(p,tot[p],c[p], sum(1 for v in main.values() if new(v['pkg'])==p and v['lines']<45))
