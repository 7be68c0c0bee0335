"""codeonly.py DIR BASE: shows whether changed Java files differ from BASE in comments and white space only."""
import sys,subprocess,re
D,base=sys.argv[1],sys.argv[2]
def strip(t):
    out=[];i=0
    for m in re.finditer(r'/\*.*?\*/|//[^\n]*|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])+\'|\w+|[^\s\w]',t,re.S):
        s=m.group(0)
        if s.startswith('/*') or s.startswith('//'): continue
        out.append(s)
    return out
files=subprocess.run(['git','-C',D,'diff','--name-only','--diff-filter=M',base,'--','*.java'],capture_output=True,text=True).stdout.split()
bad=0;before=after=0
for f in files:
    a=subprocess.run(['git','-C',D,'show',f'{base}:{f}'],capture_output=True,text=True).stdout
    b=open(f'{D}/{f}').read()
    before+=a.count('\n');after+=b.count('\n')
    x,y=strip(a),strip(b)
    # imports only used by comments may go
    if x!=y:
        xi=[l for l in a.split('\n') if not l.startswith('import ')]; yi=[l for l in b.split('\n') if not l.startswith('import ')]
        if strip('\n'.join(xi))==strip('\n'.join(yi)): continue
        bad+=1; 
        k=next((i for i,(p,q) in enumerate(zip(x,y)) if p!=q),min(len(x),len(y)))
        print('CODE CHANGED',f,' '.join(x[k-3:k+5]),'|',' '.join(y[k-3:k+5]))
print(len(files),'files',before,'->',after,'lines;',bad,'with changed code')
sys.exit(bad>0)
