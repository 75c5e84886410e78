{"bindlab":"trace","version":1,"design":"D1","patches":[],"scenario":"S3","platform":"tdx","steps":[[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0],[0,0]]}
