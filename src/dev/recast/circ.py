import sys
sys.argv=['x','750']
exec(open('/tmp/dev/mkmap.py').read())
G=collections.defaultdict(lambda: collections.defaultdict(list))
for k,v in main.items():
    for u in v['users']:
        if u in main:
            a,b=find(u),find(k)
            if a!=b: G[a][b].append(main[u]['name']+'>'+main[k]['name'])
# tarjan
sys.setrecursionlimit(10000)
idx={};low={};st=[];on=set();S=[]
def sc(v):
    idx[v]=low[v]=len(idx); st.append(v); on.add(v)
    for w in G[v]:
        if w not in idx: sc(w); low[v]=min(low[v],low[w])
        elif w in on: low[v]=min(low[v],idx[w])
    if low[v]==idx[v]:
        c=[]
        while True:
            w=st.pop(); on.discard(w); c.append(w)
            if w==v: break
        if len(c)>1: S.append(c)
for k in list(main):
    if find(k)==k and k not in idx: sc(k)
print(len(S),'circles')
for c in S:
    print('==',np(c[0]),[main[x]['name'] for x in c])
    # edges caused by folded children being used from outside
    for a in c:
        for b in G[a]:
            if b in c:
                e=[x for x in G[a][b]]
                # mark edges where target is a nested child or source is nested child
                print('   ',main[a]['name'],'->',main[b]['name'],':',' '.join(e[:6]))
