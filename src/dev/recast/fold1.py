import sys; sys.argv=[sys.argv[0]]+sys.argv[1:]
exec(open('/tmp/dev/gen.py').read().split("if __name__")[0])
import re
LIMIT=int(sys.argv[1]) if len(sys.argv)>1 else 700
KEEP=set(l.split('#')[0].strip() for l in open('/tmp/dev/keep.txt')) if __import__('os').path.exists('/tmp/dev/keep.txt') else set()
root={k:k for k in types}
size={k:v['lines'] for k,v in types.items()}
kids=collections.defaultdict(list)
def find(k):
    while root[k]!=k: k=root[k]
    return k
src=open  # noqa
def iscommand(v):
    return v['pkg'].startswith('ballast.cli') and (v['name'].endswith('Command') or 'command' in v.get('ann',''))
changed=True
body={}
while changed:
    changed=False
    users=collections.defaultdict(set)
    for k,v in types.items():
        for u in v['users']:
            if u in types:
                a,b=find(k),find(u)
                if a!=b: users[a].add(b)
    c=[]
    for k in main:
        if find(k)!=k or k in KEEP or main[k]['name'] in KEEP: continue
        us=users.get(k,set())
        if len(us)!=1: continue
        u=next(iter(us))
        if types[u]['dir']!='src/main/java' or new(types[u]['pkg'])!=new(main[k]['pkg']): continue
        if iscommand(main[k]): continue
        extra=size[k]-4-sum(1 for _ in ())
        if size[k]+size[u]-10>LIMIT: continue
        c.append((size[k],k,u))
    c.sort()
    done=set()
    for s,k,u in c:
        if k in done or u in done: continue
        root[k]=u; size[u]+=size[k]-10; done|={k,u}; changed=True
if __name__=='__main__':
    left=[k for k in main if find(k)==k]
    print('files',len(left))
    users=collections.defaultdict(set)
    for k,v in types.items():
        for u in v['users']:
            if u in types:
                a,b=find(k),find(u)
                if a!=b: users[a].add(b)
    one=[k for k in left if len(users[k])==1 and new(types[next(iter(users[k]))]['pkg'])==new(main[k]['pkg'])]
    print('one user left',len(one))
    tot=collections.Counter(new(main[k]['pkg']) for k in left)
    for p in sorted(tot): print(p,tot[p], max((size[k],main[k]['name']) for k in left if new(main[k]['pkg'])==p), sum(1 for k in left if new(main[k]['pkg'])==p and size[k]<45))
