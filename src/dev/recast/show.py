exec(open('/tmp/dev/fold1.py').read().split("if __name__=='__main__'")[0])
import re
def doc(k):
    v=main[k]; t=open('/work/main/src/main/java/'+k.replace('.','/')+'.java').read()
    m=re.search(r'/\*\*(.*?)\*/\s*(?:@[^\n]*\n)*(?:public |final |abstract |sealed |non-sealed )*(?:class|record|enum|interface|@interface) '+v['name'],t,re.S)
    s=re.sub(r'\s*\n\s*\*\s*',' ',m.group(1)) if m else ''
    return re.split(r'(?<=[.;:])\s',s.strip())[0][:90]
def short(u): return types[u]['name']
pkgs=sys.argv[2:]
for p in pkgs:
    p='ballast.'+p
    print('=====',p)
    ks=[k for k in main if new(main[k]['pkg'])==p]
    roots=sorted({find(k) for k in ks})
    def line(k,ind):
        v=main[k]
        inn=sorted(short(u) for u in v['users'] if new(types[u]['pkg'])==p); out=[u for u in v['users'] if new(types[u]['pkg'])!=p]
        outp=collections.Counter(new(types[u]['pkg']).replace('ballast.','') for u in out)
        o=','.join(f'{a}:{b}' for a,b in outp.most_common(3))
        print('  '*ind+f"{v['name']} {v['lines']}{'S' if v['static'] else ''}{'r' if v['kind']=='RECORD' else 'e' if v['kind']=='ENUM' else 'i' if v['kind']=='INTERFACE' else ''} <{','.join(inn[:7])}{'..'+str(len(inn)) if len(inn)>7 else ''}|{o}> {doc(k)}")
    def rec(k,ind):
        line(k,ind)
        for c in sorted(x for x in ks if root[x]==k and x!=k): rec(c,ind+1)
    for r in roots:
        if new(main[r]['pkg'])==p: rec(r,0)
