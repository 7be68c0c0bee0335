import sys,os
sys.argv=['x',sys.argv[1] if len(sys.argv)>1 else '750']
src=open('/tmp/dev/gen.py').read().split("if __name__")[0]
exec(src)
LIMIT=int(sys.argv[1])
KEEP=set(l.split('#')[0].strip() for l in open('/tmp/dev/keep.txt'))
byname=collections.defaultdict(list)
for k,v in main.items(): byname[v['name']].append(k)
def res(n):
    if '.' in n:
        c=[k for k in main if k.endswith('.'+n) and k.split('.')[-1]==n.split('.')[-1]]
    else: c=byname.get(n,[])
    if len(c)!=1: 
        print('unresolved' if not c else 'ambiguous',n,c,file=sys.stderr); return None
    return c[0]
rename={}; host={}; nested={}
over={}
def np(k): return over.get(k) or new(types[k]['pkg'])
for line in open('/tmp/dev/hand.txt'):
    line=line.split('#')[0].strip()
    if not line: continue
    l,r=line.split('->'); names=l.split(); r=r.strip()
    if r.startswith('@'):
        for n in names:
            k=res(n)
            if k: over[k]='ballast.'+r[1:]
        continue
    if r.endswith('!'):
        k=res(names[0]); 
        if k: rename[k]=r[:-1]
        continue
    for n in names:
        k=res(n)
        if not k: continue
        # host: longest resolvable prefix; optional new name
        parts=r.split('.')
        new_name=None; h=None
        if len(parts)>1 and parts[-1][0].isupper() and parts[-2][0].isupper():
            h=res('.'.join(parts[:-1])); new_name=parts[-1]
        else: h=res(r)
        if not h: continue
        if h==k: continue
        host[k]=h; nested[k]=new_name or main[k]['name']
        if np(h)!=np(k): print('cross package',k,h,file=sys.stderr)
root={k:k for k in types}
for k,h in host.items(): root[k]=h
def find(k):
    n=0
    while root[k]!=k:
        k=root[k]; n+=1
        if n>20: raise Exception('loop '+k)
    return k
size={k:v['lines'] for k,v in types.items()}
for k in host: size[find(k)]+=main[k]['lines']-10 if find(k)!=k else 0
def iscommand(v): return v['pkg'].startswith('ballast.cli') and v['name'].endswith('Command')
def usermap():
    users=collections.defaultdict(set)
    for k,v in types.items():
        for u in v['users']:
            if u in types:
                a,b=find(k),find(u)
                if a!=b: users[a].add(b)
    return users
changed=True
while changed:
    changed=False; users=usermap(); c=[]
    for k in main:
        if find(k)!=k or main[k]['name'] in KEEP or k in rename: continue
        us=users.get(k,set())
        if len(us)!=1: continue
        u=next(iter(us))
        if types[u]['dir']!='src/main/java' or np(u)!=np(k) or iscommand(main[k]): continue
        if size[k]+size[u]-10>LIMIT: continue
        c.append((size[k],k,u))
    c.sort(); done=set()
    for s,k,u in c:
        if k in done or u in done: continue
        root[k]=u; size[u]+=s-10; done|={k,u}; changed=True
left=[k for k in main if find(k)==k]
users=usermap()
one=[k for k in left if len(users[k])==1 and np(next(iter(users[k])))==np(k)]
print('files',len(left),'one user left',len(one),'commands among them',sum(iscommand(main[k]) for k in one),file=sys.stderr)
big=sorted(((size[k],k) for k in left),reverse=True)[:14]
print(big,file=sys.stderr)
rn=collections.defaultdict(list)
out=[]
for a,b in sorted(PKG.items()): out.append(f'package {a} -> {b}')
names=collections.Counter()
for k in main:
    r=find(k)
    if r==k:
        nm=rename.get(k,main[k]['name'])
        if k in rename or k in over: out.append(f"{k} -> {np(k)}.{nm}")
        rn[nm].append(k)
    else:
        rname=rename.get(r,main[r]['name'])
        n=nested.get(k) or rename.get(k) or main[k]['name']
        out.append(f"{k} -> {np(r)}.{rname}.{n}")
open('/tmp/dev/map.txt','w').write('\n'.join(out)+'\n')
print('same simple names:',[v for v in rn.values() if len(v)>1],file=sys.stderr)
if len(sys.argv)>1:
    small=[k for k in left if size[k]<45]
    print('small left',len(small),file=sys.stderr)
    open('/tmp/dev/small.txt','w').write('\n'.join(sorted(f"{np(k)} {main[k]['name']} {size[k]} {len(users[k])}" for k in small)))
    open('/tmp/dev/one.txt','w').write('\n'.join(sorted(f"{np(k)} {main[k]['name']} {size[k]} {[main[u]['name'] for u in users[k] if u in main]}" for k in one)))
