{"bindlab":"trace","version":1,"design":"D2","patches":[],"scenario":"S8","platform":"tdx","steps":[[1,0],[1,0],[1,0],[1,0],[1,0],[1,0],[1,0],[1,0],[1,0],[1,0]]}
